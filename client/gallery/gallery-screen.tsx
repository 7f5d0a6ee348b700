import type { ReactNode } from 'react';
import type { CityView } from '../../shared/wire/api.ts';
import { CityContext } from '../session/city-words.ts';
import { LanguageButton } from '../session/language-button.tsx';
import { SchemeButton } from '../session/scheme-button.tsx';
import { DEPARTMENT_ICONS } from '../ui/department-icon.tsx';
import { Office } from '../ui/office.tsx';
import { Controls } from './controls.tsx';
import { MapMarks } from './map-marks.tsx';
import { FreshnessStates, ScreenStates } from './screen-states.tsx';
import { DepartmentIcons, Severities, Statuses, SystemStates, TimesLeft } from './ticket-marks.tsx';
import { Colours, Spaces, Type } from './tokens.tsx';
import './gallery.css';

/** A city of nowhere: the gallery asks no server. */
const NOWHERE: CityView = {
  id: 'nowhere',
  name: 'Nowhere',
  roomName: 'Live Room',
  timeZone: 'UTC',
  timeZoneLabel: 'UTC',
  locale: 'id',
  centre: { lat: 0, lng: 0 },
  bounds: { south: -1, west: -1, north: 1, east: 1 },
  departments: DEPARTMENT_ICONS.slice(0, 6).map((icon, index) => ({
    code: `D${index}`,
    name: icon,
    shortName: icon,
    icon,
    internal: true,
  })),
  categories: [],
  cells: [],
  sensors: [],
  lines: [],
  floodCategories: [],
  tileUrl: null,
};

/** In development only: each part of the product's language of form, in each of its states. */
export function GalleryScreen() {
  return (
    <Office screen="ui" initial="dark">
      <CityContext value={NOWHERE}>
        <main className="gallery">
          <header className="gallery-head">
            <h1>Live Room, the parts</h1>
            <SchemeButton />
            <LanguageButton />
          </header>
          <Section name="colour" title="Colour is severity; the rest is a cool neutral">
            <Colours />
          </Section>
          <Section name="type" title="Type">
            <Type />
          </Section>
          <Section name="space" title="Space">
            <Spaces />
          </Section>
          <Section name="severity" title="Severity: a colour and a shape">
            <Severities />
          </Section>
          <Section name="status" title="Status: a shape and a word">
            <Statuses />
          </Section>
          <Section name="time-left" title="Time left">
            <TimesLeft />
          </Section>
          <Section name="system" title="Works, off, failing">
            <SystemStates />
          </Section>
          <Section name="departments" title="Departments">
            <DepartmentIcons />
          </Section>
          <Section name="map" title="On the map">
            <MapMarks />
          </Section>
          <Section name="controls" title="Controls">
            <Controls />
          </Section>
          <Section name="freshness" title="Freshness">
            <FreshnessStates />
          </Section>
          <Section name="states" title="Nothing to show, and why">
            <ScreenStates />
          </Section>
        </main>
      </CityContext>
    </Office>
  );
}

function Section({ name, title, children }: { name: string; title: string; children: ReactNode }) {
  return (
    <section className="gallery-section" data-part={name} aria-labelledby={`part-${name}`}>
      <h2 id={`part-${name}`}>{title}</h2>
      {children}
    </section>
  );
}

import { Button, Combobox, InputBase, TextInput, useCombobox } from '@mantine/core';
import { type KeyboardEvent, type Ref, useEffect, useRef, useState } from 'react';
import type { CallView } from '../../shared/wire/api.ts';
import { useWords } from '../ui/use-words.ts';
import { type Fields, isPlaceOfCall } from './entry-body.ts';
import type { Somewhere } from './entry-search.ts';
import { type Choice, useWhereChoices } from './use-where-choices.ts';

type Props = {
  fields: Fields;
  set: (change: Partial<Fields>) => void;
  all: readonly Somewhere[];
  call: CallView | null;
  missing: boolean;
  inputRef: Ref<HTMLInputElement>;
  next: () => void;
};

/** The second fact: where, by name, in the caller's own words, or by a click on the map. */
export function WhereField({ fields, set, all, call, missing, inputRef, next }: Props) {
  const { t } = useWords();
  const { place, point, address } = fields;
  // Null: what was chosen is shown, nothing is being typed.
  const [typed, setTyped] = useState<string | null>(null);
  const words = typed?.trim() ?? '';
  const choices = useWhereChoices(words, all);
  const { list, onMove, onType } = useLivingList(choices);
  const choose = (id: string) => {
    const choice = choices.find((one) => one.id === id);
    if (!choice) return;
    set(choice.change);
    setTyped(null);
    list.closeDropdown();
    next();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While the list is open Enter chooses from it and never sends the form.
    if (event.key === 'Enter' && list.dropdownOpened) event.preventDefault();
    onMove(event);
  };
  return (
    <div className="desk-where">
      <Combobox store={list} onOptionSubmit={choose}>
        <Combobox.Target withExpandedAttribute>
          <InputBase
            ref={inputRef}
            label={t('entry.where')}
            description={<Told fields={fields} call={call} />}
            placeholder={t('entry.where-placeholder')}
            rightSection={<Combobox.Chevron />}
            rightSectionPointerEvents="none"
            value={typed ?? place?.told ?? place?.name ?? ''}
            error={missing && t('entry.where-needed')}
            onChange={(event) => {
              onType();
              setTyped(event.currentTarget.value);
              list.openDropdown();
            }}
            onFocus={() => list.openDropdown()}
            onClick={() => list.openDropdown()}
            onBlur={() => {
              list.closeDropdown();
              // What was said of the place outlives going on to something else.
              if (words !== '' && place === null && address === '') set({ address: words });
              setTyped(null);
            }}
            onKeyDown={onKeyDown}
          />
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Options className="desk-where-list" aria-label={t('entry.where')}>
            {choices.map(({ id, label, why }) => (
              <Combobox.Option key={id} value={id} className="desk-option">
                <span>{label}</span>
                <span className="desk-option-why">{why}</span>
              </Combobox.Option>
            ))}
            {choices.length === 0 && <Combobox.Empty>{t('entry.where-type')}</Combobox.Empty>}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {point && (
        <Button type="button" size="compact-xs" variant="default" onClick={() => set({ point: null })}>
          {t('entry.clear-point')}
        </Button>
      )}
      <TextInput
        label={t('entry.address')}
        value={address}
        onChange={(event) => set({ address: event.currentTarget.value })}
      />
    </div>
  );
}

/** What is known of the place so far, and how. */
function Told({ fields: { place, point, address }, call }: Pick<Props, 'fields' | 'call'>) {
  const { t } = useWords();
  if (point) return t(isPlaceOfCall(point, call) ? 'entry.from-call' : 'entry.point');
  if (place) return `${place.name} ${t('entry.radius', { metres: String(Math.round(place.accuracyM)) })}`;
  return t(address.trim() === '' ? 'entry.where-hint' : 'entry.by-address');
}

/**
 * A list whose first line is chosen by Enter, also when it has grown since something was typed; a line that was moved to
 * stays chosen wherever it goes.
 */
function useLivingList(choices: readonly Choice[]) {
  const list = useCombobox({ onDropdownClose: () => list.resetSelectedOption() });
  const moved = useRef(false);
  const shown = choices.map(({ id }) => id).join('\n');
  const { dropdownOpened, selectFirstOption, updateSelectedOptionIndex } = list;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each other list is looked at anew.
  useEffect(() => {
    if (!dropdownOpened) return;
    if (moved.current) updateSelectedOptionIndex('selected');
    else selectFirstOption();
  }, [shown, dropdownOpened, selectFirstOption, updateSelectedOptionIndex]);
  return {
    list,
    onType: () => {
      moved.current = false;
    },
    onMove: ({ key }: KeyboardEvent) => {
      if (key === 'ArrowDown' || key === 'ArrowUp') moved.current = true;
    },
  };
}

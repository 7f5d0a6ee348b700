import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { utcOfLocal } from '../../../shared/ticket/working-hours.ts';
import type { ChangeSettingBody } from '../../../shared/wire/settings.ts';
import { useChangeSetting, useCheckSetting } from '../../api/settings.ts';
import { useCity } from '../../session/city-words.ts';
import { Loading } from '../../ui/states.tsx';
import { useWords } from '../../ui/use-words.ts';
import { FormProblem } from '../form-problem.tsx';
import { Differences } from './differences.tsx';
import { Effects } from './effects.tsx';
import { useFaultText } from './fault-text.ts';
import type { Tab } from './fields.ts';
import { MissedEmergencies } from './missed-emergencies.tsx';
import { RuleEffects } from './rule-effects.tsx';

type Wanted = Pick<ChangeSettingBody, 'kind' | 'key' | 'value' | 'after'>;

/** What would change, said in numbers, before the person gives a reason and confirms. */
export function CheckAndSave({
  tab,
  wanted,
  reasonAtFirst = '',
  back,
}: {
  tab: Tab;
  wanted: Wanted;
  reasonAtFirst?: string;
  back: () => void;
}) {
  const { t } = useWords();
  const { timeZone, timeZoneLabel } = useCity();
  const navigate = useNavigate();
  const check = useCheckSetting();
  const save = useChangeSetting();
  const faultText = useFaultText();
  const [from, setFrom] = useState('');
  const [reason, setReason] = useState(reasonAtFirst);
  const [isShort, setShort] = useState(false);
  /** How many missed emergencies the person has agreed to. */
  const [accepted, setAccepted] = useState(0);
  const effectiveFrom = from === '' ? null : new Date(utcOfLocal(from, timeZone)).toISOString();
  const { kind, key, value, after } = wanted;
  const { mutate } = check;
  useEffect(() => mutate({ kind, key, value, effectiveFrom }), [mutate, kind, key, value, effectiveFrom]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setShort(reason.trim().length < 3);
    if (reason.trim().length < 3) return;
    save.mutate(
      { kind, key, value, effectiveFrom, reason, after, acceptMissed: accepted },
      {
        onSuccess: () => {
          notifications.show({ message: t(effectiveFrom ? 'admin.city.saved-later' : 'admin.city.saved') });
          void navigate(`/admin/city/${tab.path}`);
        },
      },
    );
  };
  const faults = check.data?.faults ?? [];
  const missed = check.data?.missed.count ?? 0;
  const isSame = check.data !== undefined && faults.length === 0 && check.data.differences.length === 0;
  return (
    <form className="admin-form admin-check" onSubmit={submit} noValidate aria-label={t('admin.city.check')}>
      <TextInput
        type="datetime-local"
        label={t('admin.city.effective', { zone: timeZoneLabel })}
        description={t('admin.city.effective-hint')}
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      {check.isPending && <Loading />}
      <FormProblem error={check.error} />
      {check.data && (
        <>
          {faults.length > 0 && (
            <div role="alert" className="admin-problem">
              {faults.map(({ message }) => (
                <p key={message}>{faultText(message)}</p>
              ))}
            </div>
          )}
          {isSame && <p className="admin-note">{t('admin.city.same')}</p>}
          <Differences tab={tab} differences={check.data.differences} />
          <Effects effects={check.data.effects} />
          <RuleEffects effects={check.data.effects} />
          <MissedEmergencies
            missed={check.data.missed}
            agreed={accepted >= missed}
            agree={(agreed) => setAccepted(agreed ? missed : 0)}
          />
        </>
      )}
      {(tab.path === 'sla' || tab.path === 'calendars') && (
        <p className="admin-note">{t('admin.city.sla-note')}</p>
      )}
      <Textarea
        label={t('admin.city.reason')}
        autosize
        minRows={2}
        value={reason}
        error={isShort && t('admin.error.missing')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <FormProblem error={save.error} />
      <Group>
        <Button
          type="submit"
          loading={save.isPending}
          disabled={!check.data || faults.length > 0 || isSame || missed > accepted}
        >
          {t('admin.city.save')}
        </Button>
        <Button variant="default" onClick={back}>
          {t('admin.city.edit-on')}
        </Button>
      </Group>
    </form>
  );
}

import { type FormEvent, type ReactNode, useState } from 'react';
import { useWords } from '../../ui/use-words.ts';
import { Sheet } from '../frame/sheet.tsx';

type Props = {
  title: string;
  /** What the loud button says. */
  submitText: string;
  isFull: boolean;
  isBusy: boolean;
  /** Resolves to whether it is done. */
  submit: () => Promise<boolean>;
  close: () => void;
  children: ReactNode;
};

/** A form that comes up from below, with its buttons where the thumb is. */
export function SheetForm({ title, submitText, isFull, isBusy, submit, close, children }: Props) {
  const { t } = useWords();
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (await submit()) close();
  };
  return (
    <Sheet title={title} close={close}>
      <form className="phone-form" aria-label={title} onSubmit={(event) => void onSubmit(event)}>
        {children}
        {isFull && <p role="alert">{t('outbox.full')}</p>}
        <button type="submit" className="phone-button phone-loud" disabled={isBusy}>
          {submitText}
        </button>
        <button type="button" className="phone-button" onClick={close}>
          {t('action.cancel')}
        </button>
      </form>
    </Sheet>
  );
}

/** Some words. `fault` is what is wrong with them. */
export function WordsField({
  label,
  value,
  change,
  fault = null,
}: {
  label: string;
  value: string;
  change: (value: string) => void;
  fault?: string | null;
}) {
  return (
    <label className="phone-field">
      {label}
      <textarea
        rows={3}
        maxLength={900}
        value={value}
        aria-invalid={fault !== null}
        onChange={(event) => change(event.currentTarget.value)}
      />
      {fault && (
        <span className="phone-fault" role="alert">
          {fault}
        </span>
      )}
    </label>
  );
}

/** Whether the person has tried to send: faults are said only then. */
export function useTried(): [boolean, () => void] {
  const [tried, setTried] = useState(false);
  return [tried, () => setTried(true)];
}

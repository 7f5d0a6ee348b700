import type { HealthView } from '../../shared/wire/api.ts';
import { QueryState } from '../api/query-state.tsx';
import { useHealth } from '../api/system.ts';
import { StateMark } from '../ui/state-mark.tsx';
import { useWords } from '../ui/use-words.ts';

/** The parts of the system and the ways in. */
export function ChannelTable() {
  const health = useHealth();
  return (
    <QueryState query={health}>
      {(view) => (
        <>
          <Parts view={view} />
          <Channels view={view} />
        </>
      )}
    </QueryState>
  );
}

function Parts({ view }: { view: HealthView }) {
  const { t, duration } = useWords();
  const { waiting, failed, oldestWaitingSeconds } = view.reports;
  return (
    <section aria-labelledby="parts">
      <h2 id="parts">{t('admin.parts')}</h2>
      <dl className="admin-parts">
        <div>
          <dt>{t('admin.database')}</dt>
          <dd>
            <StateMark state={view.database === 'up' ? 'on' : 'failing'} /> {t(`admin.${view.database}`)}
          </dd>
        </div>
        <div>
          <dt>{t('admin.queue')}</dt>
          <dd>
            <StateMark state={view.queue.state === 'up' ? 'on' : 'failing'} />{' '}
            {t(`admin.${view.queue.state}`)}{' '}
            {t('admin.backend', { backend: view.queue.backend === 'redis' ? 'Redis' : 'PostgreSQL' })}
          </dd>
        </div>
        <div>
          <dt>{t('push.health')}</dt>
          <dd>
            <StateMark state={view.push.state} />{' '}
            {view.push.state === 'on'
              ? t('push.health-on', { count: view.push.phones })
              : t('push.health-off', { setting: view.push.setting })}
          </dd>
        </div>
        <RepliesPart replies={view.replies} />
        <div>
          <dt>{t('admin.waiting')}</dt>
          <dd>{waiting}</dd>
        </div>
        <div>
          <dt>{t('admin.oldest')}</dt>
          <dd>{oldestWaitingSeconds === null ? '–' : duration(oldestWaitingSeconds * 1_000)}</dd>
        </div>
        <div>
          <dt>{t('admin.failed-count')}</dt>
          <dd>{failed}</dd>
        </div>
      </dl>
    </section>
  );
}

function RepliesPart({ replies }: { replies: HealthView['replies'] }) {
  const { t } = useWords();
  const { waiting, failed } = replies;
  return (
    <div>
      <dt>{t('reply.health')}</dt>
      <dd>
        <StateMark state={replies.state} />{' '}
        {replies.state === 'off'
          ? t('reply.health-off', { setting: replies.setting })
          : t('reply.health-on', { waiting, failed })}
        {replies.state === 'on' && !replies.template && ` · ${t('reply.health-no-template')}`}
      </dd>
    </div>
  );
}

function Channels({ view }: { view: HealthView }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="channels">
      <h2 id="channels">{t('admin.channels')}</h2>
      <table className="admin-table">
        <thead>
          <tr>
            <th scope="col">{t('admin.channel')}</th>
            <th scope="col">{t('admin.state')}</th>
            <th scope="col">{t('admin.detail')}</th>
          </tr>
        </thead>
        <tbody>
          {view.channels.map(({ channel, state, remarks }) => (
            <tr key={channel}>
              <th scope="row">{t(`channel.${channel}`)}</th>
              <td className="admin-state">
                <StateMark state={state} /> {t(`admin.state.${state}`)}
              </td>
              <td>
                {remarks.map(({ code, value }) => (
                  <p key={`${code} ${value}`}>{t(`admin.remark.${code}`, { value: value ?? '' })}</p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

import { QueryState } from '../api/query-state.tsx';
import { useWalls } from '../api/room.ts';
import { Empty } from '../ui/states.tsx';
import { useWords } from '../ui/use-words.ts';
import { useServedVersion } from './served-version.ts';
import { AllWalls } from './wall-orders.tsx';
import { WallRow } from './wall-row.tsx';
import './wall-list.css';

/** The walls that are connected, each with what it says of itself and what can be asked of it. */
export function WallList() {
  const { t } = useWords();
  const walls = useWalls();
  const served = useServedVersion();
  const count = walls.data?.walls.length ?? 0;
  return (
    <section className="room-panel" aria-labelledby="walls">
      <div className="room-head">
        <h2 id="walls">
          {t('room.walls')} {count > 0 && <span className="room-count">{count}</span>}
        </h2>
        {count > 1 && <AllWalls />}
      </div>
      {walls.isError && walls.data && (
        <p className="room-note" role="status">
          {t('room.walls.stale')}
        </p>
      )}
      <QueryState query={walls}>
        {(list) =>
          list.walls.length === 0 ? (
            <Empty title={t('room.walls.none')} why={t('room.walls.none-why')} />
          ) : (
            <table className="room-walls">
              <Head />
              <tbody>
                {list.walls.map((wall) => (
                  <WallRow key={wall.id} wall={wall} now={Date.parse(list.at)} served={served} />
                ))}
              </tbody>
            </table>
          )
        }
      </QueryState>
    </section>
  );
}

const COLUMNS = ['name', 'shows', 'picture', 'sound', 'version', 'size', 'since', 'actions'] as const;

function Head() {
  const { t } = useWords();
  return (
    <thead>
      <tr>
        {COLUMNS.map((column) => (
          <th key={column} scope="col">
            {t(`room.wall.${column}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

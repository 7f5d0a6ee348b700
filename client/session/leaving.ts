/** Done before a person is signed out, while the server still knows who they are. */
type Task = () => void | Promise<void>;
const tasks = new Set<Task>();

/** Has something done before signing out; answers how to take it back. */
export function beforeSignOut(task: Task): () => void {
  tasks.add(task);
  return () => tasks.delete(task);
}

/** Does what is to be done before signing out; what fails does not keep anybody signed in. */
export async function leave(): Promise<void> {
  await Promise.allSettled([...tasks].map(async (task) => task()));
}

// The parts of graphiql/style.css without its fonts: the system's own have Chinese.
// Monaco's styles come with its modules.
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import './page.css';

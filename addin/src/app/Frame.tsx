import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useContext, type ReactNode } from 'react';
import type { Info } from '../api/types';
import { zh } from '../strings';
import { MeContext } from './me';
import { addressOf, type Route } from './route';
import { signOut } from './session';

const useStyles = makeStyles({
  skip: {
    position: 'absolute',
    left: '-999px',
    ':focus': { left: '8px', top: '8px', zIndex: 10, backgroundColor: tokens.colorNeutralBackground1 },
  },
  page: { minHeight: '100vh', display: 'flex', flexDirection: 'column', backgroundColor: tokens.colorNeutralBackground2 },
  header: { backgroundColor: tokens.colorBrandBackground, color: tokens.colorNeutralForegroundOnBrand },
  bar: {
    maxWidth: '1200px',
    margin: '0 auto',
    padding: '10px 20px',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '20px',
    rowGap: '4px',
  },
  brand: {
    fontSize: tokens.fontSizeBase500,
    fontWeight: tokens.fontWeightSemibold,
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    whiteSpace: 'nowrap',
  },
  nav: { display: 'flex', flexWrap: 'wrap', columnGap: '16px', flexGrow: 1 },
  onBrand: {
    color: tokens.colorNeutralForegroundOnBrand,
    whiteSpace: 'nowrap',
    padding: '4px 2px',
    borderBottom: '2px solid transparent',
    ':hover': { color: tokens.colorNeutralForegroundOnBrand },
    ':focus-visible': { outline: `2px solid ${tokens.colorNeutralForegroundOnBrand}` },
  },
  current: { borderBottomColor: tokens.colorNeutralForegroundOnBrand },
  me: { display: 'flex', alignItems: 'center', gap: '12px', whiteSpace: 'nowrap', fontSize: tokens.fontSizeBase200 },
  main: { maxWidth: '1200px', width: '100%', boxSizing: 'border-box', margin: '0 auto', padding: '24px 20px 40px', flexGrow: 1 },
  footer: {
    maxWidth: '1200px',
    width: '100%',
    boxSizing: 'border-box',
    margin: '0 auto',
    padding: '12px 20px',
    display: 'flex',
    gap: '16px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** What stands around every page. */
export function Frame({ info, route, children }: { info: Info; route: Route; children: ReactNode }) {
  const styles = useStyles();
  const me = useContext(MeContext);
  const places: [Route, string, boolean][] = [
    [{ page: 'home' }, zh.app.home, route.page === 'home' || route.page === 'plan'],
    [{ page: 'directory' }, zh.app.directory, route.page === 'directory'],
    [{ page: 'templates' }, zh.app.templates, route.page === 'templates'],
  ];
  return (
    <div className={styles.page}>
      <a className={styles.skip} href="#main" onClick={skip}>
        {zh.app.skip}
      </a>
      <header className={styles.header}>
        <div className={styles.bar}>
          <span className={styles.brand}>
            <img src="./icon.svg" alt="" width={28} height={28} />
            {zh.app.name}
          </span>
          <nav className={styles.nav} aria-label={zh.app.name}>
            {places.map(([place, name, isCurrent]) => (
              <Link
                key={place.page}
                href={addressOf(place)}
                className={mergeClasses(styles.onBrand, isCurrent && styles.current)}
                aria-current={isCurrent ? 'page' : undefined}
              >
                {name}
              </Link>
            ))}
          </nav>
          <span className={styles.me}>
            {me.name}（{zh.roles[me.role] ?? me.role}）
            {info.signIn.includes('key') && (
              <Button size="small" onClick={signOut}>
                {zh.signIn.out}
              </Button>
            )}
          </span>
        </div>
      </header>
      <main id="main" className={styles.main} tabIndex={-1}>
        {children}
      </main>
      <footer className={styles.footer}>
        <span>
          {zh.app.name} {zh.app.version} {info.version}
        </span>
        <Link href="/api/docs/">{zh.app.api}</Link>
      </footer>
    </div>
  );
}

// The part behind the # is the route: the link must not change it.
function skip(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

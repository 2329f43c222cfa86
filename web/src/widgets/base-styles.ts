// Styles of what every figure has besides its own content: problems, loading, footer, data table.

import { css } from 'lit';

export const figureStyles = css`
  .problems {
    margin: 0;
    padding: 0.5rem 0.75rem 0.5rem 1.75rem;
    background: var(--_warning-surface);
    color: var(--_warning);
    border-radius: 6px;
    font-size: 0.875rem;
  }
  .problems[hidden] {
    display: none;
  }
  fieldset.locked {
    display: contents;
  }
  .figure[inert] {
    opacity: 0.45;
  }
  .loading,
  .failure {
    display: grid;
    place-content: center;
    justify-items: center;
    min-height: var(--_reserve, 22rem);
    margin: 0;
    color: var(--_muted);
    text-align: center;
  }
  .footer {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: 0.5rem 1.25rem;
    font-size: 0.875rem;
  }
  .actions {
    display: contents;
  }
  details {
    min-width: 0;
  }
  details[open] {
    flex: 1 1 100%;
  }
  summary {
    display: list-item;
    min-height: 1.75rem;
    padding-block: 0.25rem;
    color: var(--_accent);
    cursor: pointer;
    width: max-content;
    max-width: 100%;
  }
  .help {
    color: var(--_muted);
    max-width: 44rem;
  }
  .help p {
    margin: 0.375rem 0;
  }
  .table-scroll {
    max-height: 22rem;
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: 6px;
  }
  table.data {
    border-collapse: collapse;
    font-size: 0.8125rem;
    width: 100%;
  }
  table.data caption {
    padding: 0.5rem 0.75rem;
    text-align: start;
    color: var(--_muted);
  }
  table.data th,
  table.data td {
    padding: 0.25rem 0.75rem;
    text-align: end;
    white-space: nowrap;
    border-block-start: 1px solid var(--_line);
  }
  table.data thead th {
    position: sticky;
    inset-block-start: 0;
    background: var(--_raised);
    border: 0;
  }
  table.data th {
    font-weight: 600;
  }
  @media (pointer: coarse) {
    summary {
      min-height: 2.75rem;
      padding-block: 0.625rem;
    }
  }
`;

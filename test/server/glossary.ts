/** A small glossary for fixtures of the server's tests. */
export const GLOSSARY = `-- docs/glossary/terms/adr.md --
---
id: adr
title: ADR (Architecture Decision Record)
---

# ADR (Architecture Decision Record)

## Definition

An **ADR** records one decision.

-- docs/glossary/terms/webhook.md --
# Webhook

## Definition

A **webhook** is a call from a provider.

`;

/**
 * Names of products and methods that are ordinary words too: `React` is a library, "react" is what people do.
 * Such a name is found only in its own capitals.
 */
export const ORDINARY_WORDS: ReadonlySet<string> = new Set(
  `angular apex array atom basic bean beam bower brew bundler cargo celery chef chrome compose consul crystal
  cypress dart edge elastic electron ember epic express flask flow flux go git hack helm hive karma lambda lean
  less lit linear loom make mocha native neat nest nomad notion nova oracle parcel phoenix pixel prism processing
  prototype puppet rails react relay remix rest ruby rust sails scratch slack snowflake token solid spark spring stencil
  storm stripe swift swagger tailwind thrift vault vertex windows word yarn`.split(/\s+/),
);

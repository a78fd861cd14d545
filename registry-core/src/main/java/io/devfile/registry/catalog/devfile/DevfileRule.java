package io.devfile.registry.catalog.devfile;

/**
 * Something that a devfile must keep to beyond its schema. Stateless, so that threads can share it. It may rely on the
 * schema, but must neither fail nor take long on what does not keep to it.
 */
interface DevfileRule {

    void check(Devfile devfile, Report report);
}

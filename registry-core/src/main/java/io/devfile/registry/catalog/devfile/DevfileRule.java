package io.devfile.registry.catalog.devfile;

/**
 * A requirement for a devfile in addition to its schema. Stateless, so threads can share it. It may assume that the
 * devfile is valid by the schema, but must neither fail nor take long if it is not.
 */
interface DevfileRule {

    void check(Devfile devfile, Violations report);
}

/** Benchmarks of the registry's library. */
@org.jspecify.annotations.NullMarked
package io.devfile.registry.bench;

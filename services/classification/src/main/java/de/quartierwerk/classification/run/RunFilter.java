package de.quartierwerk.classification.run;

import org.jspecify.annotations.Nullable;

/**
 * Which runs of a list are wanted; null takes all.
 *
 * @param scheme code of the scheme
 * @param period period as it was written when the run was asked for
 * @param standing preliminary or published
 * @param state how far they are
 */
public record RunFilter(
        @Nullable String scheme, @Nullable String period, Run.@Nullable Standing standing, Run.@Nullable State state) {}

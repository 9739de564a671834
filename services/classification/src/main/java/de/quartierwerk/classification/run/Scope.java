package de.quartierwerk.classification.run;

import java.util.List;

/**
 * What somebody may see of runs.
 *
 * @param preliminary whether preliminary runs may be seen at all
 * @param everywhere whether those of the whole installation
 * @param areas otherwise the areas in which spaces of preliminary runs may be seen
 */
public record Scope(boolean preliminary, boolean everywhere, List<String> areas) {
    /** What those see who see everything. */
    public static final Scope EVERYTHING = new Scope(true, true, List.of());
}

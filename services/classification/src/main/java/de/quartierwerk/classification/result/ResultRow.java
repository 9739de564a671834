package de.quartierwerk.classification.result;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The stored result of one space; numbers stand in the order of what the level's results tell and are null where
 * missing.
 *
 * @param space space key
 * @param path keys from the root down to the space
 * @param exclusion code of the exclusion
 * @param reason reason of the exclusion, where it was given when the run was started
 * @param raw combined values
 * @param value values
 * @param classes positions of the classes among the codes
 * @param gaps why there is no value
 * @param imputed components in whose place something else stands, joined by commas
 * @param group group
 * @param needs needs found by rules
 * @param silent whether the run says nothing of needs that it does not name: of a space that is excluded, or whose
 *     needs are withheld
 * @param open needs that missing values leave open
 * @param stated needs that people stated
 */
public record ResultRow(
        String space,
        List<String> path,
        @Nullable String exclusion,
        @Nullable String reason,
        List<@Nullable Double> raw,
        List<@Nullable Double> value,
        List<@Nullable Integer> classes,
        List<@Nullable String> gaps,
        List<@Nullable String> imputed,
        @Nullable String group,
        List<String> needs,
        boolean silent,
        List<String> open,
        List<Stated> stated) {
    /** A need of qualitative or municipal origin. */
    public record Stated(String need, String origin, String reason) {}

    ResultRow with(List<Stated> statements) {
        return new ResultRow(
                space,
                path,
                exclusion,
                reason,
                raw,
                value,
                classes,
                gaps,
                imputed,
                group,
                needs,
                silent,
                open,
                statements);
    }

    /** Whether the run says of a need that the space has it or has it not. */
    public boolean states(String need) {
        return needs.contains(need) || (!silent && !open.contains(need));
    }

    /** Codes of the needs of the space, found by rules or stated. */
    public List<String> allNeeds() {
        return Stream.concat(needs.stream(), stated.stream().map(Stated::need))
                .distinct()
                .toList();
    }
}

package de.quartierwerk.classification.result;

import java.util.List;

/**
 * The stored result of one space; numbers stand in the order of the scheme's indices and are null where missing.
 *
 * @param space space key
 * @param path keys from the root down to the space
 * @param exclusion code of the exclusion, or null
 * @param reason reason given when the run was started, or null
 * @param raw combined values
 * @param value values
 * @param classes positions of the classes among the codes
 * @param gaps why there is no value
 * @param group group, or null
 * @param needs needs found by rules
 * @param stated needs that people stated
 */
public record ResultRow(
        String space,
        List<String> path,
        String exclusion,
        String reason,
        List<Double> raw,
        List<Double> value,
        List<Integer> classes,
        List<String> gaps,
        String group,
        List<String> needs,
        List<Stated> stated) {
    /** A need of qualitative or municipal origin. */
    public record Stated(String need, String origin, String reason) {}
}

package de.quartierwerk.ingestion.intake.submission;

import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.identity.Roles;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which submissions a caller may see: the own ones and those of the own organisation; officials (stewards, municipal
 * planners) also those whose spaces all lie in their areas. To see one for the organisation's sake is not to decide
 * about it.
 *
 * @param name name of the caller
 * @param organisation organisation the caller speaks for, or null
 * @param official whether the caller sees others' submissions
 * @param everywhere whether the caller's area is the whole installation
 * @param areas the caller's areas
 */
record Visibility(String name, String organisation, boolean official, boolean everywhere, Set<String> areas) {
    /**
     * Condition on a submission {@code s}: all its spaces lie in the caller's areas. Its parameters are those of
     * {@link #areaParameters}.
     */
    static final String WITHIN = """
            (? or (s.areas <> '{}' and not exists (
              select 1 from unnest(s.areas, s.area_days) as area (key, day) where not exists (
                select 1 from space p where p.key = area.key and p.path && ? and (area.day is null
                  or (p.valid_from <= area.day and (p.valid_to is null or p.valid_to >= area.day)))))))""";

    /** Condition on a submission {@code s}; its parameters are those of {@link #parameters}. */
    static final String CONDITION = "(s.submitter = ? or s.organisation = ?::text or (? and " + WITHIN + "))";

    static Visibility of(Caller caller) {
        return new Visibility(
                caller.name(),
                caller.organisation().orElse(null),
                caller.hasAny(Roles.STEWARD, Roles.ADMIN, Roles.MUNICIPAL_PLANNER),
                caller.everywhere(),
                caller.areas());
    }

    /** Parameters of {@link #CONDITION}, and others after them. */
    Object[] parameters(Object... others) {
        return Stream.concat(Stream.of(name, organisation, official), Arrays.stream(areaParameters(others)))
                .toArray();
    }

    /** Parameters of {@link #WITHIN}, and others after them. */
    Object[] areaParameters(Object... others) {
        return Stream.concat(Stream.of(everywhere, areas.toArray(String[]::new)), Arrays.stream(others))
                .toArray();
    }

    /** Whether the submission is the caller's own or of the caller's organisation. */
    boolean owns(Submission submission) {
        return name.equals(submission.submitter())
                || (organisation != null && organisation.equals(submission.organisation()));
    }
}

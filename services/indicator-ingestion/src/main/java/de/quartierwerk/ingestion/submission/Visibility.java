package de.quartierwerk.ingestion.submission;

import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.identity.Roles;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which submissions a caller may see: the own ones and those of the own organisation; officials (stewards, municipal
 * planners) also those whose spaces all lie in their areas.
 *
 * @param name name of the caller
 * @param organisation organisation the caller speaks for, or null
 * @param official whether the caller sees others' submissions
 * @param everywhere whether the caller's area is the whole installation
 * @param areas the caller's areas
 */
record Visibility(String name, String organisation, boolean official, boolean everywhere, Set<String> areas) {
    /** Condition on a submission {@code s}; its parameters are those of {@link #parameters}. */
    static final String CONDITION = """
            (s.submitter = ? or s.organisation = ?::text or (? and (? or (s.areas <> '{}' and not exists (
              select 1 from unnest(s.areas) as area (key) where not exists (
                select 1 from space p where p.key = area.key and p.path && ?))))))""";

    static Visibility of(Caller caller) {
        return new Visibility(
                caller.name(),
                caller.organisation().orElse(null),
                caller.hasAny(Roles.STEWARD, Roles.ADMIN, Roles.MUNICIPAL_PLANNER),
                caller.everywhere(),
                caller.areas());
    }

    /** The condition's parameters, and others after them. */
    Object[] parameters(Object... others) {
        List<Object> all = new ArrayList<>();
        all.add(name);
        all.add(organisation);
        all.add(official);
        all.add(everywhere);
        all.add(areas.toArray(String[]::new));
        all.addAll(java.util.Arrays.asList(others));
        return all.toArray();
    }

    /** Whether the submission is the caller's own or of the caller's organisation. */
    boolean owns(Submission submission) {
        return name.equals(submission.submitter())
                || (organisation != null && organisation.equals(submission.organisation()));
    }
}

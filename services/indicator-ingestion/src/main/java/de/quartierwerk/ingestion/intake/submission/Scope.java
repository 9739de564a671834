package de.quartierwerk.ingestion.intake.submission;

import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.identity.Roles;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which submissions a caller may see: their own and those of their organisation. Officials (stewards, municipal
 * planners) also see those whose spaces all lie in their areas. Who sees a submission only for the organisation's sake
 * may not decide about it.
 *
 * @param name name of the caller
 * @param organisation organisation the caller speaks for
 * @param official whether the caller sees others' submissions
 * @param everywhere whether the caller's area is the whole installation
 */
record Scope(String name, @Nullable String organisation, boolean official, boolean everywhere, Set<String> areas) {
    /** HQL: all spaces of the submission {@code s} lie in the caller's areas. */
    static final String WITHIN =
            "(:everywhere = true or function('submission_within' as Boolean, s.areas, s.areaDays, :areas))";

    /** HQL: the caller may see the submission {@code s}. */
    static final String VISIBLE =
            "(s.submitter = :name or s.organisation = :organisation or (:official = true and " + WITHIN + "))";

    /** Copies the areas. */
    Scope {
        areas = Set.copyOf(areas);
    }

    static Scope of(Caller caller) {
        return new Scope(
                caller.name(),
                caller.organisation().orElse(null),
                caller.hasAny(Roles.STEWARD, Roles.ADMIN, Roles.MUNICIPAL_PLANNER),
                caller.everywhere(),
                caller.areas());
    }

    /** Parameters of {@link #VISIBLE}, and others beside them. */
    Map<String, Object> parameters(Map<String, Object> others) {
        Map<String, Object> all = areaParameters(others);
        all.put("name", name);
        all.put("organisation", organisation);
        all.put("official", official);
        return all;
    }

    /** Parameters of {@link #WITHIN}, and others beside them. */
    Map<String, Object> areaParameters(Map<String, Object> others) {
        Map<String, Object> all = new HashMap<>(others);
        all.put("everywhere", everywhere);
        all.put("areas", areas.toArray(String[]::new));
        return all;
    }

    /** Whether the submission is the caller's own or of the caller's organisation. */
    boolean owns(Submission.Submitter submitter) {
        return name.equals(submitter.name()) || (organisation != null && organisation.equals(submitter.organisation()));
    }
}

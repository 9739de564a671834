package de.quartierwerk.ingestion.intake.observation;

import de.quartierwerk.ingestion.space.SpaceConditions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Observations in the database. */
@ApplicationScoped
class ObservationRepository implements PanacheRepositoryBase<Observation, UUID> {
    private static final String IN_AREAS = SpaceConditions.inAreas("o.content.space");
    private static final String WITHIN = SpaceConditions.inSpace("o.content.space");

    /**
     * Which observations a caller may see: released ones, those of the own side, and as a moderator those of the own
     * areas.
     *
     * @param name name of the caller; nothing for callers without a token
     * @param organisation organisation that the caller speaks for
     * @param moderator whether the caller moderates
     * @param everywhere whether the caller's area is the whole installation
     * @param areas the caller's areas
     */
    record Scope(
            @Nullable String name,
            @Nullable String organisation,
            boolean moderator,
            boolean everywhere,
            Set<String> areas) {

        /** Whether the observation comes from the caller or the caller's organisation. */
        boolean owns(Observation observation) {
            return observation.submitter.equals(name)
                    || (organisation != null && organisation.equals(observation.organisation));
        }

        /** Condition: the caller moderates it. */
        private String moderated(Map<String, Object> parameters) {
            if (!moderator) {
                return "1 = 0";
            }
            if (everywhere) {
                return "1 = 1";
            }
            parameters.put("areas", areas.toArray(String[]::new));
            return IN_AREAS;
        }

        /** Condition: the caller's side has submitted it. */
        private String own(Map<String, Object> parameters) {
            String condition = "1 = 0";
            if (name != null) {
                parameters.put("name", name);
                condition += " or o.submitter = :name";
            }
            if (organisation != null) {
                parameters.put("organisation", organisation);
                condition += " or o.organisation = :organisation";
            }
            return condition;
        }
    }

    /** Which observations are asked for; all where nothing is stated. A space stands for all within it. */
    record Filter(
            @Nullable String space,
            @Nullable String field,
            @Nullable ObservationState state) {}

    /** An observation, and whether the caller moderates it. */
    record Seen(Observation observation, boolean moderated) {}

    /** An observation that the caller may see; nobody else changes it until the transaction ends. */
    Optional<Seen> findAndLock(Scope scope, UUID id) {
        findById(id, LockModeType.PESSIMISTIC_WRITE);
        return find(scope, id);
    }

    Optional<Seen> find(Scope scope, UUID id) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("id", id);
        return find(scope, "o.id = :id", parameters, 1).stream().findFirst();
    }

    /** Observations before a place in the list, the newest first. */
    List<Seen> page(Scope scope, Filter filter, long before, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("before", before);
        StringBuilder where = new StringBuilder("o.number < :before");
        if (filter.space() != null) {
            where.append(" and ").append(WITHIN);
            parameters.put("space", filter.space());
        }
        if (filter.field() != null) {
            where.append(" and o.content.field = :field");
            parameters.put("field", filter.field());
        }
        if (filter.state() != null) {
            where.append(" and o.state = :state");
            parameters.put("state", filter.state());
        }
        return find(scope, where.toString(), parameters, limit);
    }

    private List<Seen> find(Scope scope, String where, Map<String, Object> parameters, int limit) {
        String moderated = scope.moderated(parameters);
        String hql = "select o, case when " + moderated + " then true else false end from Observation o where " + where
                + " and (o.state = RELEASED or " + scope.own(parameters) + " or " + moderated
                + ") order by o.number desc";
        return find(hql, parameters).project(Seen.class).range(0, limit - 1).list();
    }
}

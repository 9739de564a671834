package de.quartierwerk.ingestion.delivery.expectation;

import de.quartierwerk.ingestion.space.SpaceConditions;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Expectations in the database. */
@ApplicationScoped
class ExpectationRepository implements PanacheRepositoryBase<Expectation, String> {
    private static final String LOCK =
            "select count(*) from pg_advisory_xact_lock(hashtextextended('expectation ' || :code, 0))";
    private static final String OWN = "e.delivery.organisation = :own";
    private static final String IN_AREAS = SpaceConditions.inAreas("e.delivery.area");

    /**
     * Which expectations a caller may see: those of the own organisation, and as an official those of the own areas.
     *
     * @param organisation the caller's organisation
     * @param official whether the caller sees those of others
     * @param everywhere whether the areas are the whole installation
     * @param areas the caller's areas
     */
    record Scope(@Nullable String organisation, boolean official, boolean everywhere, Set<String> areas) {}

    /** Keeps others from writing the same expectation until the transaction ends. */
    void lock(String code) {
        getEntityManager().createNativeQuery(LOCK).setParameter("code", code).getSingleResult();
    }

    Optional<Expectation> find(Scope scope, String code) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("code", code);
        return find(scope, "e.code = :code", parameters).firstResultOptional();
    }

    /** Expectations behind a code, in the order of their codes; of one organisation where one is named. */
    List<Expectation> page(Scope scope, @Nullable String organisation, String after, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("after", after);
        String where = "e.code > :after";
        if (organisation != null) {
            parameters.put("organisation", organisation);
            where += " and e.delivery.organisation = :organisation";
        }
        return find(scope, where, parameters).range(0, limit - 1).list();
    }

    private PanacheQuery<Expectation> find(Scope scope, String where, Map<String, Object> parameters) {
        return find(
                "from Expectation e where " + where + " and (" + condition(scope, parameters) + ") order by e.code",
                parameters);
    }

    private static String condition(Scope scope, Map<String, Object> parameters) {
        if (scope.official() && scope.everywhere()) {
            return "1 = 1";
        }
        String condition = "1 = 0";
        if (scope.organisation() != null) {
            parameters.put("own", scope.organisation());
            condition += " or " + OWN;
        }
        if (scope.official()) {
            parameters.put("areas", scope.areas().toArray(String[]::new));
            condition += " or " + IN_AREAS;
        }
        return condition;
    }
}

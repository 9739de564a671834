package de.quartierwerk.ingestion.delivery.inventory;

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

/** The inventory in the database. */
@ApplicationScoped
class InventoryRepository implements PanacheRepositoryBase<InventoryEntry, String> {
    private static final String LOCK =
            "select count(*) from pg_advisory_xact_lock(hashtextextended('inventory ' || :code, 0))";

    /** Entries of the whole installation, and those that lie in one of the areas or around one. */
    private static final String IN_SCOPE = "(e.data.area is null or " + SpaceConditions.inAreas("e.data.area") + " or "
            + SpaceConditions.aroundAreas("e.data.area") + ")";

    /**
     * Which entries a caller may see.
     *
     * @param everywhere whether all of them
     * @param areas otherwise those of these areas
     */
    record Scope(boolean everywhere, Set<String> areas) {}

    /** Which entries are asked for; all where nothing is stated. */
    record Filter(@Nullable DeliveryState state, @Nullable String indicator) {}

    /** Keeps others from writing the same entry until the transaction ends. */
    void lock(String code) {
        getEntityManager().createNativeQuery(LOCK).setParameter("code", code).getSingleResult();
    }

    Optional<InventoryEntryResponse> find(Scope scope, String code) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("code", code);
        return find(scope, "e.code = :code", parameters).firstResultOptional();
    }

    /** Entries behind a code, in the order of their codes. */
    List<InventoryEntryResponse> page(Scope scope, Filter filter, String after, int limit) {
        StringBuilder where = new StringBuilder("e.code > :after");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("after", after);
        if (filter.state() != null) {
            where.append(" and e.data.state = :state");
            parameters.put("state", filter.state());
        }
        if (filter.indicator() != null) {
            where.append(" and cast(sql('? = any(?)', :indicator, e.data.indicators) as Boolean) = true");
            parameters.put("indicator", filter.indicator());
        }
        return find(scope, where.toString(), parameters).range(0, limit - 1).list();
    }

    private PanacheQuery<InventoryEntryResponse> find(Scope scope, String where, Map<String, Object> parameters) {
        if (!scope.everywhere()) {
            parameters.put("areas", scope.areas().toArray(String[]::new));
            parameters.put("keys", scope.areas());
        }
        String condition = scope.everywhere() ? where : where + " and " + IN_SCOPE;
        return find("from InventoryEntry e where " + condition + " order by e.code", parameters)
                .project(InventoryEntryResponse.class);
    }
}

package de.quartierwerk.kit.audit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The audit trail. */
@ApplicationScoped
class AuditRepository implements PanacheRepositoryBase<AuditEntry, Long> {

    /** What is asked for; what is null does not count. */
    record Filter(
            @Nullable String subject,
            @Nullable String actor,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Long beforeId) {}

    /** Entries, the newest first. */
    List<AuditEntry> find(Filter filter, int limit) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> parameters = new TreeMap<>();
        add("subject = :subject", filter.subject(), conditions, parameters);
        add("actor = :actor", filter.actor(), conditions, parameters);
        add("recordedAt >= :from", filter.from(), conditions, parameters);
        add("recordedAt < :to", filter.to(), conditions, parameters);
        add("id < :beforeId", filter.beforeId(), conditions, parameters);
        return find(String.join(" and ", conditions) + " order by id desc", parameters)
                .page(0, limit)
                .list();
    }

    private static void add(
            String condition, @Nullable Object value, List<String> conditions, Map<String, Object> parameters) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(condition.substring(condition.indexOf(':') + 1), value);
        }
    }
}

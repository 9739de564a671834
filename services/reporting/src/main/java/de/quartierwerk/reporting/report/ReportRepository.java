package de.quartierwerk.reporting.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;
import org.jspecify.annotations.Nullable;

/** Queries on reports. */
@ApplicationScoped
class ReportRepository implements PanacheRepositoryBase<ReportEntity, UUID> {
    /**
     * What a list of reports is to hold; null for all.
     *
     * @param within only reports whose area is this one or lies in it
     * @param type only this type
     * @param period only this period
     */
    record Filter(
            @Nullable String within,
            @Nullable ReportType type,
            @Nullable String period) {}

    /** The last report of the page before. */
    record Position(Instant createdAt, UUID id) {}

    /** A report that the scope shows. */
    Optional<Report> findVisible(UUID id, Scope scope) {
        Conditions conditions = new Conditions().add("id = :id", "id", id).add(scope);
        return find(conditions.hql(), conditions.parameters)
                .project(Report.class)
                .firstResultOptional();
    }

    /** Whether a correction of a report is being worked on. */
    boolean hasOpenCorrection(UUID report) {
        return count("corrects = ?1 and publication.at is null and state <> ?2", report, ReportState.FAILED) > 0;
    }

    /** A report, locked until the end of the transaction. */
    Optional<ReportEntity> findLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Reports that the scope shows, the newest first, those after a position if there is one. */
    List<Report> listVisible(Filter filter, Scope scope, @Nullable Position after, int limit) {
        Conditions conditions = new Conditions().add(scope);
        if (filter.within() != null) {
            conditions.add("array_contains(subject.areaPath, :within)", "within", filter.within());
        }
        if (filter.type() != null) {
            conditions.add("subject.type = :type", "type", filter.type());
        }
        if (filter.period() != null) {
            conditions.add("subject.period = :period", "period", filter.period());
        }
        if (after != null) {
            conditions.add("(createdAt, id) < (:createdAt, :afterId)", "createdAt", after.createdAt());
            conditions.parameters.put("afterId", after.id());
        }
        return find(conditions.hql() + " order by createdAt desc, id desc", conditions.parameters)
                .project(Report.class)
                .page(0, limit)
                .list();
    }

    /** The oldest report that is to be assembled and that no instance has claimed; locked, without waiting. */
    Optional<ReportEntity> findUnclaimed(Instant now) {
        return find(
                        "state = ?1 and (claimedUntil is null or claimedUntil < ?2) order by createdAt",
                        ReportState.RUNNING,
                        now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .page(0, 1)
                .firstResultOptional();
    }

    /** Conditions of a query with their parameters. */
    private static final class Conditions {
        private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        private final Map<String, Object> parameters = new HashMap<>();

        Conditions add(String condition, String name, Object value) {
            conditions.add(condition);
            parameters.put(name, value);
            return this;
        }

        Conditions add(Scope scope) {
            if (scope.everywhere()) {
                return this;
            }
            if (scope.areas().isEmpty()) {
                conditions.add("publication.at is not null");
                return this;
            }
            return add(
                    "(publication.at is not null or array_intersects(subject.areaPath, :areas))",
                    "areas",
                    scope.areas().toArray(String[]::new));
        }

        String hql() {
            return String.join(" and ", conditions);
        }
    }
}

package de.quartierwerk.funding.application;

import de.quartierwerk.funding.space.Scope;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Queries on applications. */
@ApplicationScoped
class ApplicationRepository implements PanacheRepositoryBase<Application, UUID> {

    private static final String ROW = "select a.id, a.state, a.programme, a.applicant, a.createdBy, a.createdAt,"
            + " a.granted, a.writers, a.content, a.rules, a.steps from Application a where ";

    /** Decided with a paper that is kept here, names the application, and was not treated in public. */
    private static final String BEHIND_CLOSED_DOORS = "cast(sql('exists (select from paper where number = ?"
            + " ->> ''paperNumber'' and ? = any(applications) and not (content ->> ''public'')::boolean)',"
            + " a.steps.decision, a.id) as boolean)";

    private static final String VISIBLE = "(a.applicant = :organisation or :grants = true and a.granted is not null"
            + " and not " + BEHIND_CLOSED_DOORS
            + " or a.state = DRAFT and (:drafts = true or a.createdBy = :person)"
            + " or a.state <> DRAFT and " + Scope.touches("a.spaces") + ")";
    private static final String LIST = ROW + VISIBLE
            + " and (a.createdAt, a.id) < (:createdAt, :id)"
            + " and (:programme = '' or a.programme = :programme)"
            + " and (:applicant = '' or a.applicant = :applicant)"
            + " and a.state in :states"
            + " and (:space = '' or array_contains(a.spaces, :space))"
            + " order by a.createdAt desc, a.id desc";

    /** What a list is filtered by; an empty text does not filter. */
    record Filter(String programme, String applicant, List<State> states, String space) {

        Filter {
            states = List.copyOf(states);
        }

        /** No other filter than these states. */
        static Filter of(List<State> states) {
            return new Filter("", "", states, "");
        }
    }

    /**
     * What a caller may see.
     *
     * @param grants whether the decided grants of all applicants
     * @param drafts whether the drafts of all applicants, for whom the caller may act
     * @param person name of the caller, who sees the own drafts
     * @param scope what the caller sees in full
     */
    record GrantScope(boolean grants, boolean drafts, String person, Scope scope) {

        Map<String, Object> and(Map<String, Object> own) {
            Map<String, Object> parameters = scope.and(own);
            parameters.put("grants", grants);
            parameters.put("drafts", drafts);
            parameters.put("person", person);
            return parameters;
        }
    }

    /** The row, locked until the end of the transaction. */
    @Nullable
    Application lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Applications with a decision, in the order of their ids. */
    List<Application> listDecided(char digit) {
        return list("steps.decision is not null and cast(id as string) like ?1 order by id", digit + "%");
    }

    /** Whether the application is there and the caller may see it. */
    boolean isVisible(UUID id, GrantScope scope) {
        return count("from Application a where a.id = :id and " + VISIBLE, scope.and(Map.of("id", id))) > 0;
    }

    Optional<Application> findVisible(UUID id, GrantScope scope) {
        return find("from Application a where a.id = :id and " + VISIBLE, scope.and(Map.of("id", id)))
                .firstResultOptional();
    }

    /** Those of the applications that the caller may see. */
    Set<UUID> visible(Collection<UUID> ids, GrantScope scope) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(find(
                                "select a.id from Application a where a.id in :ids and " + VISIBLE,
                                scope.and(Map.of("ids", ids)))
                        .project(UUID.class)
                        .list());
    }

    /** Those of the applications that the caller may see, in any order. */
    List<ApplicationRow> listVisible(Collection<UUID> ids, GrantScope scope) {
        return ids.isEmpty()
                ? List.of()
                : find(ROW + "a.id in :ids and " + VISIBLE, scope.and(Map.of("ids", ids)))
                        .project(ApplicationRow.class)
                        .list();
    }

    /** The newest first, before the one whose place is given. */
    List<ApplicationRow> list(Filter filter, GrantScope scope, Place before, int limit) {
        return find(
                        LIST,
                        scope.and(Map.of(
                                "createdAt",
                                before.createdAt(),
                                "id",
                                before.id(),
                                "programme",
                                filter.programme(),
                                "applicant",
                                filter.applicant(),
                                "states",
                                filter.states(),
                                "space",
                                filter.space())))
                .page(0, limit)
                .project(ApplicationRow.class)
                .list();
    }
}

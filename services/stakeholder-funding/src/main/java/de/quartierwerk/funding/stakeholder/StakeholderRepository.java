package de.quartierwerk.funding.stakeholder;

import de.quartierwerk.funding.space.Scope;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Queries on actors. */
@ApplicationScoped
class StakeholderRepository implements PanacheRepositoryBase<Stakeholder, String> {

    private static final String VISIBLE =
            "(a.published = true or a.key = :organisation or " + Scope.touches("a.spaces") + ")";

    private static final String LIST = "from Stakeholder a where a.key > :after and " + VISIBLE
            + " and (:kind = '' or a.kind = :kind)"
            + " and (:space = '' or array_contains(a.spaces, :space))"
            + " and (:text = '' or locate(lower(:text), lower(a.name)) > 0)"
            + " order by a.key";

    /** What a list is filtered by; an empty text does not filter. */
    record Filter(String text, String kind, String space) {}

    /** An actor's key and name. */
    record Named(String key, String name) {}

    /** The row, locked for a change until the end of the transaction. */
    @Nullable
    Stakeholder lock(String key) {
        return findById(key, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<Stakeholder> findVisible(String key, Scope scope) {
        return find("from Stakeholder a where a.key = :key and " + VISIBLE, scope.and(Map.of("key", key)))
                .firstResultOptional();
    }

    List<StakeholderResponse> list(Filter filter, Scope scope, String after, int limit) {
        return find(
                        LIST,
                        scope.and(Map.of(
                                "after", after, "kind", filter.kind(), "space", filter.space(), "text", filter.text())))
                .page(0, limit)
                .project(StakeholderResponse.class)
                .list();
    }

    /** Keys of those that are persons. */
    Set<String> persons(Collection<String> keys) {
        return find("key in ?1 and kind = ?2", keys, Stakeholder.PERSONS).stream()
                .map(each -> each.key)
                .collect(Collectors.toSet());
    }

    /** Names by key; keys of actors that are not there have none. */
    Map<String, String> names(Collection<String> keys) {
        return find("key in ?1", keys).project(Named.class).list().stream()
                .collect(Collectors.toMap(Named::key, Named::name));
    }
}

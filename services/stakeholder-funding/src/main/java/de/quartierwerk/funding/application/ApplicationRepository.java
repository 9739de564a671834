package de.quartierwerk.funding.application;

import de.quartierwerk.funding.space.AreaScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Queries on applications. */
@ApplicationScoped
class ApplicationRepository {

    private static final String VISIBLE =
            "(a.applicant = :organisation or (:grants and a.granted is not null) or " + AreaScope.condition("a") + ")";

    private final Session session;

    ApplicationRepository(Session session) {
        this.session = session;
    }

    /** What a list is filtered by; an empty text does not filter. */
    record Filter(String programme, String applicant, String state, String space) {}

    /**
     * What a caller may see.
     *
     * @param organisation the applicant spoken for, or empty
     * @param grants whether decided grants of anybody
     * @param scope areas seen in full
     */
    record Sight(String organisation, boolean grants, AreaScope scope) {}

    /** The row, locked until the end of the transaction. */
    Application lock(UUID id) {
        return session.find(Application.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    void insert(Application application) {
        session.persist(application);
        session.flush();
    }

    Optional<Application> findVisible(UUID id, Sight sight) {
        return sight.scope()
                .bind(session.createNativeQuery(
                        "select a.* from application a where a.id = :id and " + VISIBLE, Application.class))
                .setParameter("id", id)
                .setParameter("organisation", sight.organisation())
                .setParameter("grants", sight.grants())
                .uniqueResultOptional();
    }

    /** The newest first, before the one whose place is given. */
    List<Application> list(Filter filter, Sight sight, Place before, int limit) {
        String sql = "select a.* from application a where " + VISIBLE
                + " and (a.created_at, a.id) < (cast(:createdAt as timestamptz), cast(:id as uuid))"
                + " and (:programme = '' or a.programme = :programme)"
                + " and (:applicant = '' or a.applicant = :applicant)"
                + " and (:state = '' or a.state = :state)"
                + " and (:space = '' or :space = any(a.spaces))"
                + " order by a.created_at desc, a.id desc limit :limit";
        return sight.scope()
                .bind(session.createNativeQuery(sql, Application.class))
                .setParameter("organisation", sight.organisation())
                .setParameter("grants", sight.grants())
                .setParameter("createdAt", before.createdAt())
                .setParameter("id", before.id())
                .setParameter("programme", filter.programme())
                .setParameter("applicant", filter.applicant())
                .setParameter("state", filter.state())
                .setParameter("space", filter.space())
                .setParameter("limit", limit)
                .getResultList();
    }
}

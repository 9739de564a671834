package de.quartierwerk.funding.body;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Queries on changes of bodies. */
@ApplicationScoped
class BodyChangeRepository implements PanacheRepositoryBase<BodyChange, UUID> {

    Optional<BodyChange> find(String body, int number) {
        return find("body = ?1 and number = ?2", body, number).firstResultOptional();
    }

    List<BodyChange> ofBody(String body) {
        return list("body = ?1 order by number", body);
    }
}

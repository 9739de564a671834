package de.quartierwerk.funding.post;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Queries on posts. */
@ApplicationScoped
class PostRepository implements PanacheRepositoryBase<PostEntity, String> {

    /** The row, locked for a change until the end of the transaction. */
    @Nullable
    PostEntity lock(String code) {
        return findById(code, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The posts that are there on some day between the two. */
    List<PostEntity> between(LocalDate first, LocalDate last) {
        return list("validFrom <= ?2 and (validTo is null or validTo >= ?1) order by code", first, last);
    }
}

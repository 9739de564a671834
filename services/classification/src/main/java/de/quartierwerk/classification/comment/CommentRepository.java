package de.quartierwerk.classification.comment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Comments on runs. */
@ApplicationScoped
class CommentRepository implements PanacheRepositoryBase<Comment, UUID> {
    private static final String LIST = """
            select new de.quartierwerk.classification.comment.CommentResponse(
                c.number, c.id, c.run, c.space, c.speaker, c.text, c.author, c.addedAt)
            from Comment c where c.run = :run and c.number > :after
                and (:everywhere = true or c.space is null or cast(sql('? && cast(? as text[])', c.path, :areas) as Boolean) = true)
                and (:space is null or c.space = :space)
            order by c.number""";

    /** Which comments of a run are wanted. */
    record Wanted(UUID run, @Nullable String space, boolean everywhere, String... areas) {}

    /** Comments after a number in their order: on the whole run, and on spaces in the areas. */
    List<CommentResponse> list(Wanted wanted, long after, int limit) {
        return getEntityManager()
                .createQuery(LIST, CommentResponse.class)
                .setParameter("run", wanted.run())
                .setParameter("after", after)
                .setParameter("everywhere", wanted.everywhere())
                .setParameter("areas", wanted.areas())
                .setParameter("space", wanted.space())
                .setMaxResults(limit)
                .getResultList();
    }
}

package de.quartierwerk.kit.republication;

import de.quartierwerk.events.TopicTold;
import de.quartierwerk.kit.database.Columns;
import de.quartierwerk.kit.republication.RepublicationParts.Part;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Parts of republications, and the topics as the broker had them. */
@ApplicationScoped
class RepublicationStatements {
    private final Jdbi jdbi;

    RepublicationStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Notes things with their numbers of batches from a first batch on, and answers the number of the next one. */
    int insert(UUID job, int first, Map<UUID, Integer> things) {
        return jdbi.withHandle(handle -> {
            int next = first;
            PreparedBatch rows =
                    handle.prepareBatch("insert into republication_part (job, first_batch, thing) values (?, ?, ?)");
            for (Map.Entry<UUID, Integer> thing : things.entrySet()) {
                if (thing.getValue() > 0) {
                    rows.add(job, next, thing.getKey());
                    next += thing.getValue();
                }
            }
            rows.execute();
            return next;
        });
    }

    Part part(UUID job, int number) {
        return jdbi.withHandle(handle -> handle.select("""
                        select thing, first_batch from republication_part where job = ? and first_batch <= ?
                        order by first_batch desc limit 1""", job, number)
                .map((row, context) -> new Part(row.getObject("thing", UUID.class), number - row.getInt("first_batch")))
                .one());
    }

    /** Notes for a job the topics of this service as the broker had them last. */
    void noteTopics(UUID job) {
        jdbi.useHandle(handle -> handle.execute("""
                insert into republication_topic (job, topic, topic_id, begun_at)
                select ?, topic, topic_id, clock_timestamp() from published_topic""", job));
    }

    /** Removes and answers the topics that were noted for a job. */
    List<TopicTold> takeTopics(UUID job) {
        return jdbi.withHandle(handle -> handle.select("""
                        delete from republication_topic where job = ? returning topic, topic_id, begun_at""", job)
                .map((row, context) -> new TopicTold(
                        row.getString("topic"),
                        row.getString("topic_id"),
                        Objects.requireNonNull(Columns.instant(row, "begun_at"))))
                .list());
    }

    /** Keeps jobs that are under way from saying that everything is told in a topic: it lost what they had told. */
    void keepFromTelling(String topic) {
        jdbi.useHandle(handle -> handle.execute("delete from republication_topic where topic = ?", topic));
    }

    void delete(UUID job) {
        jdbi.useHandle(handle -> handle.execute("delete from republication_part where job = ?", job));
    }

    /** Notes a topic of this service; true where another one of that name was known. */
    boolean replaces(String topic, String id) {
        return jdbi.withHandle(handle -> {
            handle.execute(
                    "insert into published_topic (topic, topic_id) values (?, ?) on conflict do nothing", topic, id);
            return handle.execute(
                            "update published_topic set topic_id = ? where topic = ? and topic_id <> ?", id, topic, id)
                    == 1;
        });
    }
}

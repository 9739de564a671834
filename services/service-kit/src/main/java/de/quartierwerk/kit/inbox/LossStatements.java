package de.quartierwerk.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Consumed topics as the broker had them, and what their producers said in them. */
@ApplicationScoped
class LossStatements {
    private static final String KNOW = """
            insert into consumed_topic (topic, topic_id) values (?, ?)
            on conflict (topic) do update set topic_id = excluded.topic_id, told_after = 0
            where consumed_topic.topic_id <> excluded.topic_id""";
    private static final String CUT_OFF = """
            update consumed_topic
            set told_after = coalesce((select version from told_topic t where t.topic_id = consumed_topic.topic_id), 0)
            where topic = ? and topic_id = ?""";
    private static final String TELL = """
            insert into told_topic (topic_id, version) values (?, ?)
            on conflict (topic_id) do update set version = greatest(told_topic.version, excluded.version)""";
    private static final String INCOMPLETE = """
            select c.topic from consumed_topic c left join told_topic t on t.topic_id = c.topic_id
            where coalesce(t.version, 0) <= c.told_after""";

    private final Jdbi jdbi;

    LossStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    boolean isKnown(String topic, String id) {
        return jdbi.withHandle(
                handle -> handle.select("select 1 from consumed_topic where topic = ? and topic_id = ?", topic, id)
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent());
    }

    /** Notes the topic that the broker has; where another one was known, its events have to be told once more. */
    void know(String topic, String id) {
        jdbi.useHandle(handle -> handle.execute(KNOW, topic, id));
    }

    /** Notes that the broker has lost the end of a topic: events have to be told once more. */
    void cutOff(String topic, String id) {
        jdbi.useHandle(handle -> handle.execute(CUT_OFF, topic, id));
    }

    /** Notes that everything is told in a topic. */
    void tell(String id, long version) {
        jdbi.useHandle(handle -> handle.execute(TELL, id, version));
    }

    /** Topics that lost events which have not been told once more. */
    Set<String> incomplete() {
        return jdbi.withHandle(handle ->
                Set.copyOf(handle.select(INCOMPLETE).mapTo(String.class).list()));
    }
}

package de.quartierwerk.kit.inbox;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import de.quartierwerk.events.TopicTold;
import de.quartierwerk.kit.failure.Passing;
import de.quartierwerk.kit.inbox.InboxStatements.Position;
import de.quartierwerk.kit.problem.Unavailable;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Consumed topics of which the broker lost events: made anew, or cut off at their end. Where nothing stands in a topic,
 * nothing can be waited for; so it counts as incomplete until its producer has told everything once more and says so
 * ({@link TopicTold}). Reads go on meanwhile.
 */
@ApplicationScoped
class TopicLosses {
    private static final Logger LOG = Logger.getLogger(TopicLosses.class);

    private final LossStatements losses;
    private final InboxStatements inbox;
    private final ConsumedTopics topics;
    private final BrokerTopics broker;
    private final MeterRegistry metrics;

    TopicLosses(
            LossStatements losses,
            InboxStatements inbox,
            ConsumedTopics topics,
            BrokerTopics broker,
            MeterRegistry metrics) {
        this.losses = losses;
        this.inbox = inbox;
        this.topics = topics;
        this.broker = broker;
        this.metrics = metrics;
    }

    /**
     * Compares a topic with what this service knows of it. What the broker has not lost is read from the beginning
     * where a position does not belong to the topic or lies beyond its end.
     *
     * @param id the broker's id of the topic
     * @param applied positions, read before the ends, since both only grow
     * @param ends next offset of partitions
     */
    void compare(String topic, String id, List<Position> applied, Map<Integer, Long> ends) {
        boolean same = topics.id(topic).equals(id)
                && applied.stream().allMatch(position -> position.topicId().equals(id))
                && applied.stream().noneMatch(position -> isBeyond(position, id, ends));
        if (same) {
            return;
        }
        int restarts = QuarkusTransaction.requiringNew().call(() -> {
            if (!losses.isKnown(topic, id)) {
                losses.know(topic, id);
            }
            int count = inbox.leaveOthers(topic, id);
            for (Position position : applied) {
                if (isBeyond(position, id, ends) && inbox.restart(topic, position)) {
                    losses.cutOff(topic, id);
                    count++;
                }
            }
            return count;
        });
        if (restarts > 0) {
            metrics.counter("quartierwerk.inbox.restarts", "topic", topic).increment(restarts);
            LOG.warnf(
                    "The broker lost events, what it holds is read once more topic=%s partitions=%d", topic, restarts);
        }
    }

    /** Whether a position lies beyond the end of its partition; not where nobody asked for that end. */
    private static boolean isBeyond(Position position, String id, Map<Integer, Long> ends) {
        Long end = ends.get(position.partition());
        return end != null && position.topicId().equals(id) && position.nextOffset() > end;
    }

    /** Whether a topic lacks events that its producer has not told once more. */
    boolean isIncomplete(String topic) {
        return QuarkusTransaction.requiringNew().call(() -> losses.incomplete().contains(topic));
    }

    /** Takes in, in the transaction of the event, that the producer has told everything. */
    void told(IncomingEvent event) {
        TopicTold told = event.data(TopicTold.class);
        if (!event.topic().equals(told.topic())) {
            throw new MalformedEvent("The event speaks of another topic");
        }
        losses.tell(told.topicId(), event.version());
    }

    /** Looks for losses before more is written, which would hide them. */
    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = SKIP)
    void look() {
        topics.identified().forEach(this::look);
    }

    private void look(String topic) {
        try {
            List<Position> applied = QuarkusTransaction.requiringNew().call(() -> inbox.positions(topic));
            broker.look(List.of(topic)).forEach((name, found) -> compare(topic, found.id(), applied, found.ends()));
        } catch (Unavailable e) {
            LOG.debug("The broker does not answer, losses are looked for later");
        } catch (RuntimeException e) {
            if (!Passing.is(e)) {
                throw e;
            }
            LOG.debug("The database is away, losses are looked for later");
        }
    }

    /** Brings log, metric and readiness up to date; losses may be noticed, and end, in another replica. */
    @Scheduled(every = "10s")
    void show() {
        try {
            topics.setIncomplete(QuarkusTransaction.requiringNew().call(losses::incomplete));
        } catch (RuntimeException e) {
            if (!Passing.is(e)) {
                throw e;
            }
            LOG.debug("The database is away, losses are looked for later");
        }
    }
}

package de.quartierwerk.kit.inbox;

import de.quartierwerk.kit.inbox.BrokerTopics.BrokerTopic;
import de.quartierwerk.kit.inbox.InboxStatements.Position;
import de.quartierwerk.kit.problem.Unavailable;
import de.quartierwerk.kit.work.BoundedWait;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Lets a caller use at once what another service just accepted: before a service answers that something is unknown, it
 * catches up with the end of the topic as it is at that moment. Where the broker lost events, it waits until their
 * producer has told them once more. Works with several replicas, since the positions stand in the service's database.
 */
@ApplicationScoped
public class Settling {
    private static final String CATCHING_UP = "service.catching-up";

    private final InboxStatements inbox;
    private final ConsumedTopics consumed;
    private final BrokerTopics broker;
    private final TopicLosses losses;

    Settling(InboxStatements inbox, ConsumedTopics consumed, BrokerTopics broker, TopicLosses losses) {
        this.inbox = inbox;
        this.consumed = consumed;
        this.broker = broker;
        this.losses = losses;
    }

    /**
     * Returns when this service has applied what stood in the topics at the time of the call, and nothing is lost of
     * them that was not told once more. Must be called outside of a transaction, or reads after it may still see the
     * state from before.
     *
     * @param topics topics without the installation's prefix, each consumed by this service
     * @throws Unavailable when that takes longer than ten seconds, or the broker does not answer
     */
    public void catchUp(String... topics) {
        for (String topic : topics) {
            catchUp(topic);
        }
    }

    private void catchUp(String topic) {
        boolean incomplete = losses.isIncomplete(topic);
        List<Position> applied = positions(topic);
        BrokerTopic found = look(topic);
        losses.compare(topic, found.id(), applied, found.ends());
        if (incomplete || losses.isIncomplete(topic)) {
            await(topic, () -> !losses.isIncomplete(topic));
            found = look(topic);
            applied = positions(topic);
        }
        BrokerTopic goal = found;
        if (!isReached(goal, applied)) {
            await(topic, () -> isReached(goal, positions(topic)));
        }
    }

    private BrokerTopic look(String topic) {
        return Objects.requireNonNull(broker.look(List.of(topic)).get(topic));
    }

    private List<Position> positions(String topic) {
        return QuarkusTransaction.requiringNew().call(() -> inbox.positions(topic));
    }

    private static boolean isReached(BrokerTopic goal, List<Position> applied) {
        Map<Integer, Long> reached = applied.stream()
                .filter(position -> position.topicId().equals(goal.id()))
                .collect(Collectors.toMap(Position::partition, Position::nextOffset));
        return goal.ends().entrySet().stream()
                .filter(end -> end.getValue()
                        > Objects.requireNonNull(goal.beginnings().get(end.getKey())))
                .allMatch(end -> reached.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private void await(String topic, BooleanSupplier condition) {
        BoundedWait.until(
                () -> {
                    boolean holds = condition.getAsBoolean();
                    if (!holds && consumed.isPaused(topic)) {
                        throw BoundedWait.exhausted(CATCHING_UP);
                    }
                    return holds;
                },
                CATCHING_UP);
    }
}

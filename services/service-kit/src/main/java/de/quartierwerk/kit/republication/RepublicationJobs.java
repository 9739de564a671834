package de.quartierwerk.kit.republication;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.TopicTold;
import de.quartierwerk.kit.bulk.BulkSource;
import de.quartierwerk.kit.outbox.Outbox;
import de.quartierwerk.kit.outbox.OutgoingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Republications as bulk jobs. When the broker has acknowledged the last batch, each topic of the service gets the word
 * that everything is told in it: consumers that wait for it have all that was written before.
 */
@ApplicationScoped
class RepublicationJobs implements BulkSource {
    private final RepublicationSource source;
    private final RepublicationStatements statements;
    private final Outbox outbox;

    RepublicationJobs(RepublicationSource source, RepublicationStatements statements, Outbox outbox) {
        this.source = source;
        this.statements = statements;
        this.outbox = outbox;
    }

    @Override
    public String kind() {
        return RepublicationSource.KIND;
    }

    @Override
    public List<OutgoingEvent> batch(UUID job, int number) {
        return source.batch(job, number);
    }

    @Override
    public void published(UUID job) {
        source.published(job);
        for (TopicTold told : statements.takeTopics(job)) {
            outbox.publish(new OutgoingEvent(
                    told.topic(),
                    told.topic(),
                    EventTypes.TOPIC_TOLD,
                    "topics/" + told.topic(),
                    told.begunAt().toEpochMilli(),
                    told));
        }
    }
}

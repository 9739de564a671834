package de.quartierwerk.kit.events;

import de.quartierwerk.kit.inbox.EventHandler;
import de.quartierwerk.kit.inbox.Inbox;
import de.quartierwerk.kit.inbox.IncomingEvent;
import de.quartierwerk.kit.inbox.UnknownEventType;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.hibernate.Session;

/** Writes down every fact it applies; facts that were {@link #setBroken broken} cannot be applied. */
@ApplicationScoped
public class FactHandler implements EventHandler {
    static final String TOPIC = "quartierwerk.fact.v1";
    static final String TYPE = "de.quartierwerk.fact.stated.v1";

    private final Set<String> broken = ConcurrentHashMap.newKeySet();
    private final Set<String> breaking = ConcurrentHashMap.newKeySet();
    private final Inbox inbox;
    private final Session session;

    FactHandler(Inbox inbox, Session session) {
        this.inbox = inbox;
        this.session = session;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Incoming("facts")
    @Blocking
    public CompletionStage<Void> receive(Message<byte[]> message) {
        return inbox.receive(message, this);
    }

    @Override
    public void apply(IncomingEvent event) {
        if (!event.type().equals(TYPE)) {
            throw new UnknownEventType(event);
        }
        String name = event.data(NamedFact.class).name();
        session.createNativeMutationQuery(
                        "insert into applied_fact (event, name, version) values (:event, :name, :version)")
                .setParameter("event", event.id())
                .setParameter("name", name)
                .setParameter("version", event.version())
                .executeUpdate();
        if (broken.contains(name)) {
            throw new IllegalStateException("cannot apply " + name);
        }
        if (breaking.contains(name)) {
            throw new StackOverflowError("cannot apply " + name);
        }
    }

    /** Lets the facts of this name fail from now on, or no longer. */
    void setBroken(String name, boolean fails) {
        if (fails) {
            broken.add(name);
        } else {
            broken.remove(name);
        }
    }

    /** Lets the facts of this name break the service from now on, or no longer. */
    void setBreaking(String name, boolean breaks) {
        if (breaks) {
            breaking.add(name);
        } else {
            breaking.remove(name);
        }
    }

    /** Names of the applied facts that start with a prefix, in the order in which they were applied. */
    List<String> applied(String prefix) {
        return session.createNativeQuery(
                        "select name from applied_fact where name like :prefix order by sequence", String.class)
                .setParameter("prefix", prefix + "%")
                .getResultList();
    }
}

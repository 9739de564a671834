package de.quartierwerk.funding.need;

import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.inbox.Settling;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** The published needs for action against which criteria are checked. */
@ApplicationScoped
public class PublishedNeeds {

    private final NeedStatements statements;
    private final Settling settling;

    PublishedNeeds(NeedStatements statements, Settling settling) {
        this.statements = statements;
        this.settling = settling;
    }

    /** Waits until everything that was published before has arrived here. To be called before a transaction. */
    public void settle() {
        settling.catchUp(Topics.CLASSIFICATION);
    }

    /**
     * The needs of these spaces that count at present: per space and scheme those of the latest period, as published
     * last.
     */
    public List<PublishedNeed> of(Collection<String> spaces) {
        return spaces.isEmpty() ? List.of() : statements.find(spaces);
    }

    /** Whether a run of the scheme is published. */
    public boolean isScheme(String scheme) {
        return statements.isScheme(scheme);
    }

    /** Whether a field of action of a published run concerns this group. */
    public boolean isTargetGroup(String group) {
        return statements.isTargetGroup(group);
    }

    /** Whether a published run knows the field of action. */
    public boolean isKnown(String need) {
        return statements.isKnown(need);
    }
}

package de.quartierwerk.kit.republication;

import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.bulk.BulkPublisher;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;

/** Republications as bulk jobs. They concern the whole installation: the caller may act everywhere. */
@ApplicationScoped
public class RepublicationService {
    private final RepublicationSource source;
    private final RepublicationStatements statements;
    private final BulkPublisher publisher;
    private final Audit audit;
    private final Caller caller;

    RepublicationService(
            RepublicationSource source,
            RepublicationStatements statements,
            BulkPublisher publisher,
            Audit audit,
            Caller caller) {
        this.source = source;
        this.statements = statements;
        this.publisher = publisher;
        this.audit = audit;
        this.caller = caller;
    }

    /** Starts one for a caller, to be published after the commit. */
    @Transactional
    public RepublicationResponse start() {
        caller.requireEverywhere();
        return get(begin());
    }

    /** Starts one in the present transaction and answers its id. */
    @Transactional(Transactional.TxType.MANDATORY)
    UUID begin() {
        UUID job = UUID.randomUUID();
        int batches = source.plan(job);
        statements.noteTopics(job);
        publisher.start(RepublicationSource.KIND, job, batches);
        audit.record("republication-started", "republication/" + job, null, Map.of("batches", batches));
        return job;
    }

    /** How far one is, until a week after its end. */
    @Transactional
    public RepublicationResponse get(UUID id) {
        return publisher
                .find(RepublicationSource.KIND, id)
                .map(state -> new RepublicationResponse(
                        id,
                        state.publishedAt() == null
                                ? RepublicationResponse.State.RUNNING
                                : RepublicationResponse.State.COMPLETED,
                        state.progress(),
                        state.startedAt(),
                        state.publishedAt()))
                .orElseThrow(() -> new NotFound("republication.unknown", id));
    }
}

package de.quartierwerk.funding.application;

import de.quartierwerk.kit.outbox.OutgoingEvent;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Applications as the caller may see them, for the papers that are about them. */
@ApplicationScoped
public class Applications {

    private final ApplicationRepository repository;
    private final ApplicationAccess access;
    private final ApplicationResponses responses;
    private final GrantEvents grants;

    Applications(
            ApplicationRepository repository,
            ApplicationAccess access,
            ApplicationResponses responses,
            GrantEvents grants) {
        this.repository = repository;
        this.access = access;
        this.responses = responses;
        this.grants = grants;
    }

    /** The application for a caller who sees it in full; for anybody else there is none. */
    @Transactional
    public ApplicationResponse inFull(UUID id) {
        return repository
                .findVisible(id, access.grantScope(true))
                .map(found -> responses.of(found.row()))
                .filter(shown -> shown.createdBy() != null)
                .orElseThrow(() -> new NotFound("application.not-found", id));
    }

    /**
     * The events that tell decisions and payments.
     *
     * @param digit hexadecimal digit with which the ids of the applications begin
     */
    @Transactional
    public List<OutgoingEvent> events(char digit) {
        return repository.listDecided(digit).stream()
                .map(grants::present)
                .flatMap(List::stream)
                .toList();
    }

    /** The same, where other changes of the application wait until the end of the transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public ApplicationResponse lockInFull(UUID id) {
        ApplicationResponse shown = inFull(id);
        repository.lock(id);
        return shown;
    }

    /** Those of the ids that the caller may see, in their order. */
    @Transactional
    public List<ApplicationResponse> visible(Collection<UUID> ids) {
        return responses.of(rows(ids));
    }

    /**
     * The same in short, for callers who see all applications in full; one statement for any number of ids.
     *
     * @return by id, in the order of the ids
     */
    @Transactional
    public Map<UUID, ConcernedApplication> concerned(Collection<UUID> ids) {
        Map<UUID, ConcernedApplication> concerned = new LinkedHashMap<>();
        rows(ids).forEach(row -> concerned.put(row.id(), ConcernedApplication.of(row)));
        return concerned;
    }

    private List<ApplicationRow> rows(Collection<UUID> ids) {
        Map<UUID, ApplicationRow> found = new HashMap<>();
        repository.listVisible(ids, access.grantScope(true)).forEach(row -> found.put(row.id(), row));
        return ids.stream().distinct().map(found::get).filter(Objects::nonNull).toList();
    }
}

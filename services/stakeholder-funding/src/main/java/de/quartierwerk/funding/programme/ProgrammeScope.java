package de.quartierwerk.funding.programme;

import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.identity.RoleGroups;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The programmes that the caller may see: the administration all, others the open ones. */
@ApplicationScoped
class ProgrammeScope {

    private final ProgrammeRepository repository;
    private final Caller caller;
    private final Clock clock;

    ProgrammeScope(ProgrammeRepository repository, Caller caller, Clock clock) {
        this.repository = repository;
        this.caller = caller;
        this.clock = clock;
    }

    Optional<ProgrammeEntity> find(String code) {
        return repository.findVisible(code, caller.hasAny(RoleGroups.administration()), LocalDate.now(clock));
    }

    List<ProgrammeRow> list(String after, int limit) {
        return repository.list(caller.hasAny(RoleGroups.administration()), LocalDate.now(clock), after, limit);
    }
}

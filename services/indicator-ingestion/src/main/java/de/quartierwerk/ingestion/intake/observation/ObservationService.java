package de.quartierwerk.ingestion.intake.observation;

import de.quartierwerk.events.Period;
import de.quartierwerk.ingestion.space.SpaceAreas;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.Forbidden;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.Messages;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rules of observations: somebody else moderates them, in the own area, and confirms that nobody is named. */
@ApplicationScoped
class ObservationService {
    private final ObservationRepository repository;
    private final SpaceAreas areas;
    private final Messages messages;
    private final CallerLanguage language;
    private final Audit audit;
    private final Caller caller;

    ObservationService(
            ObservationRepository repository,
            SpaceAreas areas,
            Messages messages,
            CallerLanguage language,
            Audit audit,
            Caller caller) {
        this.repository = repository;
        this.areas = areas;
        this.messages = messages;
        this.language = language;
        this.audit = audit;
        this.caller = caller;
    }

    /** Takes an observation; suppliers speak of any space, officials of those in their areas. */
    @Transactional
    ObservationView submit(Observation observation) {
        areas.requireKnown("/space", observation.space());
        boolean anywhere = caller.has(Roles.SUPPLIER) && caller.areas().isEmpty();
        if (!anywhere && !areas.within(observation.space(), caller.everywhere(), caller.areaArray())) {
            throw new Forbidden("area.forbidden");
        }
        if (observation.since() != null && Period.parse(observation.since()).isEmpty()) {
            throw new Invalid(
                    "observation.invalid",
                    List.of(InputError.at("/since", "period.malformed", observation.since(), observation.since())));
        }
        UUID id = repository.insert(
                observation, caller.name(), caller.organisation().orElse(null));
        audit.record("observation-submitted", subject(id), null, Map.of("space", observation.space()));
        return find(id);
    }

    ObservationView find(UUID id) {
        return shown(seen(id));
    }

    /** A page and, for each of its items, its place in the list. */
    record Placed(ObservationView view, long number) {}

    List<Placed> page(ObservationRepository.Filter filter, long before, int limit) {
        return repository.page(eye(), filter, before, limit).stream()
                .map(seen -> new Placed(shown(seen), seen.number()))
                .toList();
    }

    /** Lets everybody read an observation. */
    @Transactional
    ObservationView release(UUID id, boolean namesNobody) {
        ObservationRepository.Seen seen = toModerate(id);
        int warnings = warnings(seen.view().observation()).size();
        if (warnings > 0 && !namesNobody) {
            throw new Conflict("observation.names-open", id, warnings);
        }
        return decide(seen, ObservationState.RELEASED, null, "observation-released");
    }

    @Transactional
    ObservationView refuse(UUID id, String reason) {
        return decide(toModerate(id), ObservationState.REFUSED, reason, "observation-refused");
    }

    /** Takes an observation back, released or not. */
    @Transactional
    ObservationView withdraw(UUID id) {
        repository.lock(id);
        ObservationRepository.Seen seen = seen(id);
        if (!seen.own()) {
            throw new Forbidden("observation.not-own");
        }
        if (seen.view().state() == ObservationState.REFUSED || seen.view().state() == ObservationState.WITHDRAWN) {
            throw state(seen, ObservationState.SUBMITTED + ", " + ObservationState.RELEASED);
        }
        return decide(seen, ObservationState.WITHDRAWN, null, "observation-withdrawn");
    }

    private ObservationRepository.Seen toModerate(UUID id) {
        repository.lock(id);
        ObservationRepository.Seen seen = seen(id);
        if (!seen.moderated()) {
            throw new Forbidden("area.forbidden");
        }
        if (seen.own()) {
            throw new Forbidden("observation.own");
        }
        if (seen.view().state() != ObservationState.SUBMITTED) {
            throw state(seen, ObservationState.SUBMITTED.name());
        }
        return seen;
    }

    private ObservationView decide(
            ObservationRepository.Seen seen, ObservationState state, String reason, String action) {
        UUID id = seen.view().id();
        repository.decide(id, state, caller.name(), reason);
        audit.record(action, subject(id), Map.of("state", seen.view().state()), Map.of("state", state));
        return find(id);
    }

    private static Conflict state(ObservationRepository.Seen seen, String needed) {
        return new Conflict("observation.state", seen.view().id(), seen.view().state(), needed);
    }

    private ObservationRepository.Seen seen(UUID id) {
        return repository.find(id, eye()).orElseThrow(() -> new NotFound("observation.unknown", id));
    }

    private ObservationRepository.Eye eye() {
        return new ObservationRepository.Eye(
                caller.anonymous() ? null : caller.name(),
                caller.organisation().orElse(null),
                caller.hasAny(Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.STEWARD, Roles.ADMIN),
                caller.everywhere(),
                caller.areaArray());
    }

    private ObservationView shown(ObservationRepository.Seen seen) {
        boolean whole = seen.own() || seen.moderated();
        return whole
                ? seen.view().with(warnings(seen.view().observation()))
                : seen.view().open();
    }

    private List<ObservationView.Warning> warnings(Observation observation) {
        List<ObservationView.Warning> warnings = new ArrayList<>();
        warn(warnings, "/targetGroup", observation.targetGroup());
        warn(warnings, "/finding", observation.finding());
        warn(warnings, "/source", observation.source());
        return warnings;
    }

    private void warn(List<ObservationView.Warning> warnings, String pointer, String text) {
        for (PersonNames.Found found : PersonNames.in(text)) {
            String message = messages.text(language.locale(), found.code(), found.words());
            warnings.add(new ObservationView.Warning(pointer, found.code(), found.words(), message));
        }
    }

    private static String subject(UUID id) {
        return "observations/" + id;
    }
}

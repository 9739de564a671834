package de.quartierwerk.ingestion.intake.observation;

import de.quartierwerk.events.Period;
import de.quartierwerk.ingestion.space.SpaceAreas;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.identity.RoleGroups;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.Forbidden;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.Messages;
import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rules of observations: somebody else moderates them, in an area of their own, and confirms that nobody is named. */
@ApplicationScoped
class ObservationService {
    private final ObservationRepository repository;
    private final SpaceAreas areas;
    private final Messages messages;
    private final CallerLanguage language;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    ObservationService(
            ObservationRepository repository,
            SpaceAreas areas,
            Messages messages,
            CallerLanguage language,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.repository = repository;
        this.areas = areas;
        this.messages = messages;
        this.language = language;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** Stores an observation; suppliers may report on every space, officials on those in their areas. */
    @Transactional
    Stored<ObservationResponse> submit(ObservationRequest content) {
        areas.requireKnown("/space", content.space());
        boolean anywhere = caller.has(Roles.SUPPLIER) && caller.areas().isEmpty();
        if (!anywhere && !areas.within(content.space(), caller.everywhere(), caller.areaArray())) {
            throw new Forbidden("area.forbidden");
        }
        String since = content.since();
        if (since != null && Period.parse(since).isEmpty()) {
            throw new Invalid(
                    "observation.invalid", List.of(InputError.at("/since", "period.malformed", since, since)));
        }
        Observation observation = new Observation();
        observation.id = UUID.randomUUID();
        observation.state = ObservationState.SUBMITTED;
        observation.submitter = caller.name();
        observation.organisation = caller.organisation().orElse(null);
        observation.content = content;
        observation.submittedAt = clock.instant();
        repository.persistAndFlush(observation);
        audit.record("observation-submitted", subject(observation.id), null, Map.of("space", content.space()));
        return new Stored<>(full(observation), observation.version, true);
    }

    @Transactional
    ObservationResponse find(UUID id) {
        return response(repository.find(scope(), id).orElseThrow(() -> unknown(id)));
    }

    /** A page of observations before a place in the list. */
    @Transactional
    Page<ObservationResponse> page(ObservationRepository.Filter filter, long before, int limit) {
        if (filter.space() != null) {
            areas.requireKnown(filter.space());
        }
        Page<ObservationRepository.Seen> found = Page.of(
                repository.page(scope(), filter, before, limit + 1),
                limit,
                seen -> List.of(Long.toString(seen.observation().number)));
        return new Page<>(found.items().stream().map(this::response).toList(), found.next());
    }

    /** Lets everybody read an observation. */
    @Transactional
    Stored<ObservationResponse> release(UUID id, boolean namesNobody, IfMatch ifMatch) {
        Observation observation = toModerate(id, ifMatch);
        int warnings = warnings(observation.content).size();
        if (warnings > 0 && !namesNobody) {
            throw new Conflict("observation.names-open", id, warnings);
        }
        return decide(observation, ObservationState.RELEASED, null, "observation-released");
    }

    @Transactional
    Stored<ObservationResponse> refuse(UUID id, String reason, IfMatch ifMatch) {
        return decide(toModerate(id, ifMatch), ObservationState.REFUSED, reason, "observation-refused");
    }

    /** Takes an observation back, released or not. */
    @Transactional
    Stored<ObservationResponse> withdraw(UUID id, IfMatch ifMatch) {
        Observation observation = toChange(id, ifMatch).observation();
        if (!scope().owns(observation)) {
            throw new Forbidden("observation.not-own");
        }
        if (observation.state == ObservationState.REFUSED || observation.state == ObservationState.WITHDRAWN) {
            throw state(observation, ObservationState.SUBMITTED + ", " + ObservationState.RELEASED);
        }
        return decide(observation, ObservationState.WITHDRAWN, null, "observation-withdrawn");
    }

    private Observation toModerate(UUID id, IfMatch ifMatch) {
        ObservationRepository.Seen seen = toChange(id, ifMatch);
        if (!seen.moderated()) {
            throw new Forbidden("area.forbidden");
        }
        if (scope().owns(seen.observation())) {
            throw new Forbidden("observation.own");
        }
        if (seen.observation().state != ObservationState.SUBMITTED) {
            throw state(seen.observation(), ObservationState.SUBMITTED.name());
        }
        return seen.observation();
    }

    private ObservationRepository.Seen toChange(UUID id, IfMatch ifMatch) {
        ObservationRepository.Seen seen = repository.findAndLock(scope(), id).orElseThrow(() -> unknown(id));
        ifMatch.check(seen.observation().version);
        return seen;
    }

    private Stored<ObservationResponse> decide(
            Observation observation, ObservationState state, @Nullable String reason, String action) {
        ObservationState before = observation.state;
        observation.state = state;
        observation.decidedAt = clock.instant();
        observation.decidedBy = caller.name();
        observation.reason = reason;
        repository.flush();
        audit.record(action, subject(observation.id), Map.of("state", before), Map.of("state", state));
        return new Stored<>(full(observation), observation.version, false);
    }

    private static Conflict state(Observation observation, String needed) {
        return new Conflict("observation.state", observation.id, observation.state, needed);
    }

    private ObservationRepository.Scope scope() {
        return new ObservationRepository.Scope(
                caller.anonymous() ? null : caller.name(),
                caller.organisation().orElse(null),
                caller.hasAny(RoleGroups.statistics()),
                caller.everywhere(),
                caller.areas());
    }

    private ObservationResponse response(ObservationRepository.Seen seen) {
        boolean full = seen.moderated() || scope().owns(seen.observation());
        return full ? full(seen.observation()) : ObservationResponse.of(seen.observation(), null);
    }

    private ObservationResponse full(Observation observation) {
        return ObservationResponse.of(
                observation,
                new ObservationResponse.Moderation(
                        observation.submitter,
                        observation.decidedBy,
                        observation.reason,
                        warnings(observation.content)));
    }

    private List<ObservationResponse.Warning> warnings(ObservationRequest content) {
        List<ObservationResponse.Warning> warnings = new ArrayList<>();
        warn(warnings, "/targetGroup", content.targetGroup());
        warn(warnings, "/finding", content.finding());
        warn(warnings, "/source", content.source());
        return warnings;
    }

    private void warn(List<ObservationResponse.Warning> warnings, String pointer, @Nullable String text) {
        for (PersonNames.Found found : PersonNames.in(text)) {
            String message = messages.text(language.locale(), found.code(), found.words());
            warnings.add(new ObservationResponse.Warning(pointer, found.code(), found.words(), message));
        }
    }

    private static String subject(UUID id) {
        return "observations/" + id;
    }

    private static NotFound unknown(UUID id) {
        return new NotFound("observation.unknown", id);
    }
}

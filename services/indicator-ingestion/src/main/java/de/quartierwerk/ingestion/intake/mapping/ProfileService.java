package de.quartierwerk.ingestion.intake.mapping;

import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Rules of profiles: a changed mapping becomes the next version. */
@ApplicationScoped
public class ProfileService {
    private final ProfileRepository repository;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    ProfileService(ProfileRepository repository, Audit audit, Caller caller, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Stored<ProfileResponse> write(String code, Mapping mapping, IfMatch ifMatch) {
        caller.requireEverywhere();
        repository.lock(code);
        Optional<Profile> before = repository.current(code);
        before.ifPresentOrElse(known -> ifMatch.check(known.version()), ifMatch::checkAbsent);
        List<InputError> errors = MappingRules.checkStored(mapping);
        if (!errors.isEmpty()) {
            throw new Invalid("mapping.invalid", errors);
        }
        if (before.isPresent() && before.get().mapping().equals(mapping)) {
            return new Stored<>(ProfileResponse.of(before.get()), before.get().version(), false);
        }
        long version = before.map(Profile::version).orElse(0L) + 1;
        Profile written = new Profile(code, version, mapping, clock.instant());
        repository.insert(written, caller.name());
        audit.record(
                before.isPresent() ? "profile-changed" : "profile-created",
                "profiles/" + code,
                before.map(ProfileResponse::of).orElse(null),
                ProfileResponse.of(written));
        return new Stored<>(ProfileResponse.of(written), version, before.isEmpty());
    }

    /** The current version of a profile. */
    public Profile current(String code) {
        return repository.current(code).orElseThrow(() -> new NotFound("profile.unknown", code));
    }

    List<Profile> page(String after, int limit) {
        return repository.page(after, limit);
    }
}

package de.quartierwerk.ingestion.intake.mapping;

import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Rules of profiles: a changed mapping becomes the next version. */
@ApplicationScoped
public class ProfileService {
    private final ProfileRepository repository;
    private final Audit audit;
    private final Caller caller;

    ProfileService(ProfileRepository repository, Audit audit, Caller caller) {
        this.repository = repository;
        this.audit = audit;
        this.caller = caller;
    }

    record Written(Profile profile, boolean created) {}

    @Transactional
    Written write(String code, Mapping mapping) {
        caller.requireEverywhere();
        List<InputError> errors = MappingRules.checkStored(mapping);
        if (!errors.isEmpty()) {
            throw new Invalid("mapping.invalid", errors);
        }
        repository.lock(code);
        Optional<Profile> before = repository.current(code);
        if (before.isPresent() && before.get().mapping().equals(mapping)) {
            return new Written(before.get(), false);
        }
        repository.insert(code, before.map(Profile::version).orElse(0L) + 1, mapping, caller.name());
        Profile written = current(code);
        audit.record(
                before.isPresent() ? "profile-changed" : "profile-created",
                "profiles/" + code,
                before.orElse(null),
                written);
        return new Written(written, before.isEmpty());
    }

    /** The present version of a profile. */
    public Profile current(String code) {
        return repository.current(code).orElseThrow(() -> new NotFound("profile.unknown", code));
    }

    List<Profile> page(String after, int limit) {
        return repository.page(after, limit);
    }
}

package de.quartierwerk.classification.scheme;

import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.Forbidden;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stores, approves and finds schemes. */
@ApplicationScoped
public class Schemes {
    private final SchemeRepository repository;
    private final Audit audit;
    private final Caller caller;

    Schemes(SchemeRepository repository, Audit audit, Caller caller) {
        this.repository = repository;
        this.audit = audit;
        this.caller = caller;
    }

    /** Stores a document as the next version, or finds that it is the latest one already. */
    @Transactional
    public SchemeStored put(String code, SchemeValidation.Valid valid) {
        if (!code.equals(valid.scheme().code())) {
            throw new Invalid(
                    "scheme.invalid",
                    List.of(InputError.at(
                            "/code", "scheme.code-differs", valid.scheme().code(), code)));
        }
        String canonical = Documents.canonical(valid.document());
        int latest = repository.lock(code);
        if (latest > 0 && repository.canonical(code, latest).orElseThrow().equals(canonical)) {
            return new SchemeStored(code, latest, false);
        }
        int version = latest + 1;
        repository.insert(valid, version, canonical, caller.name(), now());
        audit.record(
                "scheme-stored",
                "schemes/" + code,
                latest == 0 ? null : Map.of("version", latest),
                Map.of("version", version, "title", valid.scheme().title()));
        return new SchemeStored(code, version, true);
    }

    /** Approves a version; who wrote it cannot approve it. A version approved already stays as it is. */
    @Transactional
    SchemeVersion approve(String code, int version) {
        repository.lock(code);
        SchemeVersion found = version(code, version);
        if (found.approved()) {
            return found;
        }
        if (found.author().equals(caller.name())) {
            throw new Forbidden("scheme.own-approval", code, version);
        }
        repository.approve(code, version, caller.name(), now());
        audit.record(
                "scheme-approved",
                "schemes/" + code + "/versions/" + version,
                null,
                Map.of("approvedBy", caller.name()));
        return version(code, version);
    }

    /** A version of a scheme. */
    @Transactional
    public SchemeVersion version(String code, int version) {
        return repository.find(code, version).orElseThrow(() -> new NotFound("scheme.version-unknown", code, version));
    }

    /** The latest version of a scheme. */
    @Transactional
    public Optional<SchemeVersion> latest(String code) {
        return repository.latest(code);
    }

    /** A version of a scheme where there is one. */
    @Transactional
    public Optional<SchemeVersion> find(String code, int version) {
        return repository.find(code, version);
    }

    /** Latest versions marked automatic that use one of the indicators. */
    @Transactional
    public List<SchemeVersion> automatic(Collection<String> indicators) {
        return repository.automatic(indicators.toArray(String[]::new));
    }

    /** A stored version as it is computed. */
    public static Scheme read(SchemeVersion version) {
        return SchemeReader.read(version.document());
    }

    @Transactional
    List<SchemeVersion> list(String after, int limit) {
        return repository.list(after, limit);
    }

    @Transactional
    List<SchemeVersion> versions(String code, int before, int limit) {
        return repository.versions(code, before, limit);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}

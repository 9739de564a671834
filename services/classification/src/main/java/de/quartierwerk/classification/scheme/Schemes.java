package de.quartierwerk.classification.scheme;

import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.events.Period;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.Forbidden;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stores, approves and finds schemes. */
@ApplicationScoped
public class Schemes {
    private final SchemeRepository schemes;
    private final SchemeVersionRepository versions;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    Schemes(SchemeRepository schemes, SchemeVersionRepository versions, Audit audit, Caller caller, Clock clock) {
        this.schemes = schemes;
        this.versions = versions;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Names a version of a scheme.
     *
     * @param code scheme code
     * @param version from 1
     */
    public record Key(String code, int version) {}

    /** Stores a document as the next version, or finds that it is the latest one already. */
    @Transactional
    public Stored<SchemeStored> put(String code, SchemeValidation.Valid valid, IfMatch ifMatch) {
        if (!code.equals(valid.scheme().code())) {
            throw new Invalid(
                    "scheme.invalid",
                    List.of(InputError.at(
                            "/code", "scheme.code-differs", valid.scheme().code(), code)));
        }
        SchemeEntity scheme = schemes.lock(code);
        int latest = scheme.latest;
        if (latest == 0) {
            ifMatch.checkAbsent();
        } else {
            ifMatch.check(scheme.revision);
        }
        String canonical = Documents.canonical(valid.document());
        if (latest > 0 && versions.findById(new Key(code, latest)).canonical.equals(canonical)) {
            return new Stored<>(new SchemeStored(code, latest), scheme.revision, false);
        }
        scheme.latest = latest + 1;
        versions.persist(version(valid, scheme.latest, canonical));
        versions.flush();
        audit.record(
                "scheme-stored",
                "schemes/" + code,
                latest == 0 ? null : Map.of("version", latest),
                Map.of("version", scheme.latest, "title", valid.scheme().title()));
        return new Stored<>(new SchemeStored(code, scheme.latest), scheme.revision, true);
    }

    private SchemeVersionEntity version(SchemeValidation.Valid valid, int number, String canonical) {
        Scheme scheme = valid.scheme();
        SchemeVersionEntity version = new SchemeVersionEntity();
        version.code = scheme.code();
        version.version = number;
        version.title = scheme.title();
        version.level = scheme.level();
        version.automatic = scheme.automatic();
        version.indicators = List.copyOf(scheme.indicators().keySet());
        version.document = valid.document();
        version.canonical = canonical;
        version.author = caller.name();
        version.createdAt = clock.instant();
        return version;
    }

    /** Approves a version; its author cannot approve it. An approved version stays as it is. */
    @Transactional
    Stored<SchemeVersion> approve(String code, int number, IfMatch ifMatch) {
        SchemeEntity scheme = schemes.lock(code);
        SchemeVersionEntity version = versions.findByIdOptional(new Key(code, number))
                .orElseThrow(() -> new NotFound("scheme.version-unknown", code, number));
        ifMatch.check(version.revision);
        if (version.approvedBy == null) {
            if (version.author.equals(caller.name())) {
                throw new Forbidden("scheme.own-approval", code, number);
            }
            version.approvedBy = caller.name();
            version.approvedAt = clock.instant();
            if (scheme.latest == number) {
                schemes.touch(scheme);
            }
            versions.flush();
            audit.record(
                    "scheme-approved",
                    "schemes/" + code + "/versions/" + number,
                    null,
                    Map.of("approvedBy", caller.name()));
        }
        return new Stored<>(version.withDocument(), version.revision, false);
    }

    /** A version of a scheme. */
    @Transactional
    public SchemeVersion version(String code, int version) {
        return find(code, version).orElseThrow(() -> new NotFound("scheme.version-unknown", code, version));
    }

    /** A version of a scheme as it is stored. */
    @Transactional
    Stored<SchemeVersion> stored(String code, int version) {
        return versions.findByIdOptional(new Key(code, version))
                .map(found -> new Stored<>(found.withDocument(), found.revision, false))
                .orElseThrow(() -> new NotFound("scheme.version-unknown", code, version));
    }

    /** The latest version of a scheme as it is stored. */
    @Transactional
    Stored<SchemeVersion> stored(String code) {
        SchemeEntity scheme = schemes.findByIdOptional(code).orElseThrow(() -> new NotFound("scheme.unknown", code));
        return new Stored<>(versions.findById(new Key(code, scheme.latest)).withDocument(), scheme.revision, false);
    }

    /** Refuses a code that names no scheme. */
    @Transactional
    public void requireKnown(String code) {
        if (!versions.exists(code)) {
            throw new NotFound("scheme.unknown", code);
        }
    }

    /** The latest version of a scheme. */
    @Transactional
    public Optional<SchemeVersion> latest(String code) {
        return versions.latest(code).map(SchemeVersionEntity::withDocument);
    }

    /** A version of a scheme where there is one. */
    @Transactional
    public Optional<SchemeVersion> find(String code, int version) {
        return versions.findByIdOptional(new Key(code, version)).map(SchemeVersionEntity::withDocument);
    }

    /** Latest versions marked automatic that use one of the indicators. */
    @Transactional
    public List<SchemeVersion> automatic(Collection<String> indicators) {
        return versions.automatic(indicators).stream()
                .map(SchemeVersionEntity::withDocument)
                .toList();
    }

    /** When the approved versions of schemes were approved. */
    @Transactional
    public Map<Key, Instant> approvals(Collection<String> codes) {
        Map<Key, Instant> approvals = new HashMap<>();
        versions.approvals(codes)
                .forEach(
                        approval -> approvals.put(new Key(approval.code(), approval.version()), approval.approvedAt()));
        return approvals;
    }

    /** A stored version as it is computed. */
    public static Scheme read(SchemeVersion version) {
        return SchemeReader.read(version.fullDocument());
    }

    /** A scheme as a run of a period computes it. */
    public static Scheme read(SchemeVersion version, Period period) {
        return at(read(version), period);
    }

    /** A scheme with the lags of the periods that it names, seen from a run's period. */
    public static Scheme at(Scheme scheme, Period period) {
        return scheme.at(PeriodLag.from(period));
    }

    @Transactional
    List<SchemeVersion> list(String after, int limit) {
        return versions.list(after, limit);
    }

    @Transactional
    List<SchemeVersion> versions(String code, int before, int limit) {
        return versions.versions(code, before, limit);
    }
}

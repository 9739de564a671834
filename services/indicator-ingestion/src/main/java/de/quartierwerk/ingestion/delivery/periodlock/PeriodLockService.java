package de.quartierwerk.ingestion.delivery.periodlock;

import de.quartierwerk.events.Period;
import de.quartierwerk.ingestion.catalogue.Catalogue;
import de.quartierwerk.ingestion.space.SpaceAreas;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Rules of locks: callers write locks for their own areas only. */
@ApplicationScoped
class PeriodLockService {
    private final PeriodLockRepository repository;
    private final Catalogue catalogue;
    private final SpaceAreas areas;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    PeriodLockService(
            PeriodLockRepository repository,
            Catalogue catalogue,
            SpaceAreas areas,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.repository = repository;
        this.catalogue = catalogue;
        this.areas = areas;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Stored<PeriodLockResponse> write(String code, LockedPeriod locked, IfMatch ifMatch) {
        requireWithin(locked);
        repository.lock(code);
        PeriodLock known = repository.findById(code);
        if (known == null) {
            ifMatch.checkAbsent();
        } else {
            requireWithin(known.locked);
            ifMatch.check(known.version);
        }
        check(locked);
        Instant now = clock.instant();
        if (known != null && known.locked.equals(locked)) {
            return new Stored<>(known.response(now), known.version, false);
        }
        PeriodLockResponse before = known == null ? null : known.response(now);
        PeriodLock lock = known == null ? new PeriodLock() : known;
        lock.code = code;
        lock.locked = locked;
        lock.lockedAt = now;
        lock.lockedBy = caller.name();
        repository.persistAndFlush(lock);
        PeriodLockResponse written = lock.response(now);
        audit.record("period-locked", subject(code), before, written);
        return new Stored<>(written, lock.version, known == null);
    }

    /** Grants an exception, or changes it; what is granted already stays as it is. */
    @Transactional
    Stored<PeriodLockResponse> except(
            String code, String exceptionCode, LockExceptionRequest exception, IfMatch ifMatch) {
        PeriodLock lock = toChange(code, ifMatch);
        if (!exception.namesOne()) {
            throw new Invalid(
                    "period-lock.exception-who",
                    List.of(InputError.at("/submitter", "period-lock.exception-who", exception.submitter())));
        }
        Instant now = clock.instant();
        LockException known = lock.exceptions.get(exceptionCode);
        if (known == null
                || !exception.granted(known.grantedAt(), known.grantedBy()).equals(known)) {
            PeriodLockResponse before = lock.response(now);
            lock.exceptions.put(exceptionCode, exception.granted(now, caller.name()));
            repository.flush();
            audit.record("period-lock-exception-granted", subject(code), before, lock.response(now));
        }
        return new Stored<>(lock.response(now), lock.version, false);
    }

    @Transactional
    void delete(String code, IfMatch ifMatch) {
        PeriodLock lock = toChange(code, ifMatch);
        repository.delete(lock);
        audit.record("period-unlocked", subject(code), lock.response(clock.instant()), null);
    }

    @Transactional
    PeriodLockResponse find(String code) {
        return known(code).response(clock.instant());
    }

    @Transactional
    List<PeriodLockResponse> page(String after, int limit) {
        Instant now = clock.instant();
        return repository.page(after, limit).stream()
                .map(lock -> lock.response(now))
                .toList();
    }

    private PeriodLock toChange(String code, IfMatch ifMatch) {
        repository.lock(code);
        PeriodLock lock = known(code);
        requireWithin(lock.locked);
        ifMatch.check(lock.version);
        return lock;
    }

    private PeriodLock known(String code) {
        return repository.findByIdOptional(code).orElseThrow(() -> new NotFound("period-lock.unknown", code));
    }

    private void requireWithin(LockedPeriod locked) {
        areas.requireWithin(caller, "/area", locked.area());
    }

    private void check(LockedPeriod locked) {
        List<InputError> errors = new ArrayList<>();
        String period = locked.period();
        if ((period == null) == (locked.until() == null)) {
            errors.add(InputError.at("/period", "period-lock.period-or-until", period));
        }
        if (period != null && Period.parse(period).isEmpty()) {
            errors.add(InputError.at("/period", "period.malformed", period, period));
        }
        errors.addAll(catalogue.unknown("/indicators", locked.indicators()));
        if (!errors.isEmpty()) {
            throw new Invalid("period-lock.invalid", errors);
        }
    }

    private static String subject(String code) {
        return "period-locks/" + code;
    }
}

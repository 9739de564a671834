package de.quartierwerk.ingestion.delivery.inventory;

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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules of the inventory: callers write entries for their own areas only. */
@ApplicationScoped
class InventoryService {
    private final InventoryRepository repository;
    private final Catalogue catalogue;
    private final SpaceAreas areas;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    InventoryService(
            InventoryRepository repository,
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
    Stored<InventoryEntryResponse> write(String code, DataHolding data, IfMatch ifMatch) {
        requireWithin(data);
        repository.lock(code);
        InventoryEntry known = repository.findById(code);
        if (known == null) {
            ifMatch.checkAbsent();
        } else {
            requireWithin(known.data);
            ifMatch.check(known.version);
        }
        check(data);
        if (known != null && known.data.equals(data)) {
            return new Stored<>(known.response(), known.version, false);
        }
        InventoryEntryResponse before = known == null ? null : known.response();
        InventoryEntry entry = known == null ? new InventoryEntry() : known;
        entry.code = code;
        entry.data = data;
        entry.changedAt = clock.instant();
        entry.changedBy = caller.name();
        repository.persistAndFlush(entry);
        audit.record("inventory-entry-written", subject(code), before, entry.response());
        return new Stored<>(entry.response(), entry.version, known == null);
    }

    @Transactional
    void delete(String code, IfMatch ifMatch) {
        repository.lock(code);
        find(code);
        InventoryEntry known = repository.findById(code);
        requireWithin(known.data);
        ifMatch.check(known.version);
        repository.delete(known);
        audit.record("inventory-entry-deleted", subject(code), known.response(), null);
    }

    InventoryEntryResponse find(String code) {
        return repository.find(scope(), code).orElseThrow(() -> unknown(code));
    }

    List<InventoryEntryResponse> page(
            @Nullable DeliveryState state, @Nullable String indicator, String after, int limit) {
        if (indicator != null) {
            catalogue.requireKnown(indicator);
        }
        InventoryRepository.Filter filter = new InventoryRepository.Filter(state, indicator);
        return repository.page(scope(), filter, after, limit);
    }

    private InventoryRepository.Scope scope() {
        return new InventoryRepository.Scope(caller.everywhere(), caller.areas());
    }

    private void requireWithin(DataHolding data) {
        areas.requireWithin(caller, "/area", data.area());
    }

    private void check(DataHolding data) {
        List<InputError> errors = new ArrayList<>(catalogue.unknown("/indicators", data.indicators()));
        period(errors, "/firstPeriod", data.firstPeriod());
        period(errors, "/lastPeriod", data.lastPeriod());
        if (!errors.isEmpty()) {
            throw new Invalid("inventory.invalid", errors);
        }
    }

    private static void period(List<InputError> errors, String pointer, @Nullable String period) {
        if (period != null && Period.parse(period).isEmpty()) {
            errors.add(InputError.at(pointer, "period.malformed", period, period));
        }
    }

    private static String subject(String code) {
        return "inventory/" + code;
    }

    private static NotFound unknown(String code) {
        return new NotFound("inventory.unknown", code);
    }
}

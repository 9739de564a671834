package de.quartierwerk.ingestion.delivery.inventory;

import de.quartierwerk.events.Period;
import de.quartierwerk.ingestion.catalogue.Catalogue;
import de.quartierwerk.ingestion.space.SpaceAreas;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules of the inventory: an entry lies in an area of whoever writes it. */
@ApplicationScoped
class InventoryService {
    private final InventoryRepository repository;
    private final Catalogue catalogue;
    private final SpaceAreas areas;
    private final Audit audit;
    private final Caller caller;

    InventoryService(
            InventoryRepository repository, Catalogue catalogue, SpaceAreas areas, Audit audit, Caller caller) {
        this.repository = repository;
        this.catalogue = catalogue;
        this.areas = areas;
        this.audit = audit;
        this.caller = caller;
    }

    record Written(InventoryView entry, boolean created) {}

    @Transactional
    Written write(String code, InventoryEntry entry) {
        requireScope(entry);
        check(entry);
        repository.lock(code);
        Optional<InventoryView> before = repository.find(code);
        before.ifPresent(known -> requireScope(known.entry()));
        if (before.isPresent() && before.get().entry().equals(entry)) {
            return new Written(before.get(), false);
        }
        repository.store(code, entry, caller.name());
        InventoryView written = repository.find(code).orElseThrow();
        audit.record("inventory-entry-written", subject(code), before.orElse(null), written);
        return new Written(written, before.isEmpty());
    }

    @Transactional
    void delete(String code) {
        repository.lock(code);
        InventoryView known = repository.find(code).orElseThrow(() -> unknown(code));
        requireScope(known.entry());
        repository.delete(code);
        audit.record("inventory-entry-deleted", subject(code), known, null);
    }

    InventoryView find(String code) {
        return repository
                .find(code)
                .filter(entry -> areas.touches(entry.entry().area(), caller.everywhere(), caller.areaArray()))
                .orElseThrow(() -> unknown(code));
    }

    List<InventoryView> page(String state, String indicator, String after, int limit) {
        return repository.page(
                new InventoryRepository.Scope(caller.everywhere(), caller.areaArray()),
                new InventoryRepository.Filter(
                        state == null ? null : DeliveryState.of(state).text(), indicator),
                after,
                limit);
    }

    private void requireScope(InventoryEntry entry) {
        areas.requireWithin(caller, "/area", entry.area());
    }

    private void check(InventoryEntry entry) {
        List<InputError> errors = new ArrayList<>();
        var known = catalogue.find(entry.indicators());
        for (int i = 0; i < entry.indicators().size(); i++) {
            String code = entry.indicators().get(i);
            if (!known.containsKey(code)) {
                errors.add(InputError.at("/indicators/" + i, "indicator.unknown", code, code));
            }
        }
        period(errors, "/firstPeriod", entry.firstPeriod());
        period(errors, "/lastPeriod", entry.lastPeriod());
        if (!errors.isEmpty()) {
            throw new Invalid("inventory.invalid", errors);
        }
    }

    private static void period(List<InputError> errors, String pointer, String period) {
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

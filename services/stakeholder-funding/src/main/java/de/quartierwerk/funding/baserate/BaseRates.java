package de.quartierwerk.funding.baserate;

import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Keeps the base rates. */
@ApplicationScoped
public class BaseRates {

    private final BaseRateRepository repository;
    private final Caller caller;
    private final Audit audit;

    BaseRates(BaseRateRepository repository, Caller caller, Audit audit) {
        this.repository = repository;
        this.caller = caller;
        this.audit = audit;
    }

    /** Percentages by the day from which they count. */
    @Transactional
    public NavigableMap<LocalDate, BigDecimal> all() {
        NavigableMap<LocalDate, BigDecimal> rates = new TreeMap<>();
        repository.all().forEach(rate -> rates.put(rate.validFrom, rate.percent));
        return rates;
    }

    @Transactional
    Stored<BaseRateResponse> put(LocalDate validFrom, BigDecimal percent, IfMatch ifMatch) {
        caller.requireEverywhere();
        BaseRate rate = repository.lock(validFrom);
        if (rate == null) {
            ifMatch.checkAbsent();
            BaseRate added = new BaseRate();
            added.validFrom = validFrom;
            added.percent = percent;
            repository.persistAndFlush(added);
            audit.record("base-rate-created", "base-rates/" + validFrom, null, percent);
            return stored(added, true);
        }
        if (rate.percent.compareTo(percent) == 0) {
            ifMatch.check(rate.version);
        } else {
            ifMatch.require(rate.version);
            audit.record("base-rate-changed", "base-rates/" + validFrom, rate.percent, percent);
            rate.percent = percent;
            repository.flush();
        }
        return stored(rate, false);
    }

    private static Stored<BaseRateResponse> stored(BaseRate rate, boolean created) {
        return new Stored<>(new BaseRateResponse(rate.validFrom, rate.percent), rate.version, created);
    }

    @Transactional
    List<BaseRateResponse> list() {
        return repository.all().stream()
                .map(rate -> new BaseRateResponse(rate.validFrom, rate.percent))
                .toList();
    }
}

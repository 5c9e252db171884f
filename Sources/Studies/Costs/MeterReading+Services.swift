import Billing
import Fleet
import Scenarios

extension MeterReading {
  /// What a service was paid for: the requests that it served; in vain those whose caller had given up by then.
  init(_ service: ServiceSpec, _ record: ServiceRecord) {
    var meter = Meter(service.name)
    meter.add(ServiceMeter(price: service.price, requests: Usage(record.served)))
    self.init(meter)
    if service.price != nil { waste(record.servedInVain, of: .service, as: .abandoned) }
  }
}

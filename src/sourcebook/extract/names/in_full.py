"""Instruments that are mostly written in short, by their full names."""

INSTRUMENTS = {
    "UNCLOS": "United Nations Convention on the Law of the Sea",
    "CTBT": "Comprehensive Nuclear-Test-Ban Treaty",
    "JCPOA": "Joint Comprehensive Plan of Action",
    "TPP": "Trans-Pacific Partnership",
    "NAFTA": "North American Free Trade Agreement",
    "CPTPP": "Comprehensive and Progressive Agreement for Trans-Pacific Partnership",
    "RCEP": "Regional Comprehensive Economic Partnership",
    "AfCFTA": "African Continental Free Trade Area",
}

"""The verbs. Each is one public function, a pure one, and none knows another."""
